# A motif's role is one person throughout: of its own kind, whatever kind the scene's role is of, and whatever both are called.
fact hour: 0..2
kind poet
kind soldier
person Ann (she), a poet
person Ben (he), a poet, a soldier
person Cid (he), a soldier
scene watch with a: soldier, b: poet
  moment first: a
    * sing
    * sleep
    -> second
  moment second: b
    * sing
    * listen
    -> third
  moment third: chance
    * dawn
      if happened(a poet twice)
      -> ending song
    * dark
    -> end
meanwhile
  ~ hour += 1
ending song
ending late when hour is 2
motif a poet sang with a: poet
  a: sing
motif a poet twice with b: poet
  b: sing
  then b: sing
motif heard by a soldier with a: poet, b: soldier
  a: sing
  next b: listen
motif sung to with b: poet, a: soldier
  a: sing
  then b: listen
