# `when` sees what was so just before the choice; `happened` knows of a choice before its effects are done.
fact lamp: yes/no
person Oda (she)
scene hall
  moment dusk: Oda
    * light it
      ~ lamp = yes
      -> night
    * wait
      -> night
  moment night: Oda
    * light it
      ~ lamp = yes
    * wait
    -> ending late
ending late
ending early when happened(night / light it) and lamp is no
motif lit in the dark
  night / light it
    when lamp is no
motif lit twice
  dusk / light it
  then night / light it
    when happened(dusk / light it) and lamp
motif seen lit
  ending late
    when lamp
