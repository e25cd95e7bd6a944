fact sun: yes/no = yes
person Oda (she)
scene field
  once
  moment noon: chance
    * walk
      weight 1
      -> end
    * stumble
      weight 2
      -> ditch
    * turn back
      weight 5
      -> ending home
  moment ditch: Oda
    * climb out
      if not sun
    -> end
ending home
motif out of scenes
  scene field
  then ending unresolved
motif stuck
  noon / stumble
  next ending dead end
    when sun
