# Beliefs change when people meet, without an effect, and go back to what was expected when the scene ends.
scale feeling: none < faint < strong
fact day: 0..2
person Oda (she)
  feels joy: feeling
person Thorne (he)
  feels grief: feeling = strong for the scene
  shows grief unless day is 0
scene porch with Oda, Thorne
  moment hello: chance
    * look up
      weight 1
    * look away
      weight 2
      -> ending away
    -> end
meanwhile
  ~ day += 1
ending away
ending met when day is 2
# Asked for, so that it is kept:
ending never when seems(Oda, Thorne.grief) is faint
