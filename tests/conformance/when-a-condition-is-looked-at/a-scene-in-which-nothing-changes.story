# No option, no effect: endings are tested nowhere in the inn, and yet the scene has happened.
person Oda (she)
scene inn
  -> ending over
ending over
