# An option without motives has no points and weighs 4096; one point more doubles it, and a motive that does not hold is no motive.
fact hope: 0..3 = 2
person Oda (she)
scene gate
  moment choice: Oda
    * go
      +1 "it is time"
    * stay
    * sing
      +hope "she has heart"
      -4 "it is late" if hope is 0
    -> ending over
ending over
