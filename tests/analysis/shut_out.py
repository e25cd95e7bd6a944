"""A story of which a third ends, and the rest goes on from scene to scene for ever: what is known of such a one."""

SHUT = """limit 200 events
fact door: open | shut
fact knocks: 0..3
person Nan (she)

scene hall with Nan
  when door is open
  moment evening: chance
    * home
      weight 1
      -> ending home
    * wait
      weight 1
      -> end
    * a draught
      weight 2
      ~ door = shut
      -> end

scene wall with Nan
  when door is shut
  moment night: Nan
    * knock
      ~ knocks = 1 - knocks
    -> end

ending home

motif shut out
  chance: a draught
motif at the wall
  Nan: knock
  then 4 times Nan: knock
motif in peace
  scene hall
  without Nan: knock
"""

WITH_GUESTS = (
    SHUT.replace("person Nan (she)", "kind guest\nperson Nan (she), a guest\nperson Ulf (he), a guest")
    .replace("scene wall with Nan", "scene wall with G: guest")
    .replace("night: Nan", "night: G")
)
"""With a role in it: motifs have to be a part of the state."""
