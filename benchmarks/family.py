"""Writes story files of a family of worlds that differ in how many people they have.

Everybody hides what they feel for everybody else, meets everybody in a scene for two, and settles down at night. What grows
with the square of the people are the feelings, the beliefs and the casts.
"""

NAMES = (
    "Abel Britta Cyril Dora Edith Felix Greta Hugo Ines Jonas Klara Linus Maud Nils Olga Pavel Quentin Rosa Silas Thea "
    "Ulrich Vera Wim Xenia Yvo Zelda Arno Berit Carl Dagny Emil Frida Gerd Hanne Ivo Jutta Knut Lotte Mats Nora"
).split()


def story(people: int) -> str:
    """A story of so many people, 2 to 40."""
    lines = [
        f'title "A Village of {people}"',
        "scale feeling: none < faint < strong",
        "fact days: 0..30",
        "",
        "kind villager",
        "  feels shame: feeling",
        "  feels liking toward each villager: feeling = faint",
        "  keeps owed toward each villager: 0..3",
        "  shows shame while shame is strong",
    ]
    lines += [f"person {name} (they), a villager" for name in NAMES[:people]]
    return "\n".join(lines) + "\n" + _SCENES


_SCENES = """
scene errand with a, b: villager
  +2 "there is something to settle" if a.owed toward b > 0
  -1 "they would rather not" if seems(a, b.shame) is strong
  moment asking: a
    * ask for help
      +1 * liking toward b "they like each other"
      -1 "it is a lot to ask" if owed toward b >= 2
      ~ a.owed toward b += 1
    * pay it back
      if owed toward b > 0
      +2 "it is time"
      ~ a.owed toward b -= 1
      ~ b.liking toward a += 1
    * talk of the weather
      +1 "it is safe"
    -> answering
  moment answering: b
    * laugh
      +1 * liking toward a "it is easy with them"
      ~ a.liking toward b += 1
    * look away
      +2 "they look ashamed" if seems(a.shame) is strong
      ~ b.shame += 1
      ~ a.liking toward b -= 1
    -> end

meanwhile
  ~ days += 1

ending a year gone when days >= 30
  > The year has gone round.
"""
