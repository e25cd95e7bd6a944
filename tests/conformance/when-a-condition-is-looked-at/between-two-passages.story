# The lamp is lit by an option and put out by the closing: it was lit where endings were tested in between.
# The bell is struck and silenced in one passage: it never was so.
fact lamp: yes/no
fact bell: yes/no
person Oda (she)
scene hall
  moment dusk: chance
    * light it
      weight 3
      ~ lamp = yes
      ~ bell = yes
      ~ bell = no
    * wait
      weight 1
    ~ lamp = no
    -> ending dark
ending dark
