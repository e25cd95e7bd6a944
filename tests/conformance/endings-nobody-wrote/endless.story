# A third of all stories wait for ever: with something to choose that comes to the same, or with nothing to choose at all.
limit 12 events
person Oda (she)
scene hall
  moment door: chance
    * go
      weight 2
      -> ending gone
    * knock
      weight 1
      -> waiting
    * stay
      weight 3
      -> upstairs
  moment waiting: Oda
    * wait
      -> waiting
  moment upstairs
    -> downstairs
  moment downstairs
    -> upstairs
ending gone
motif in vain
  door / knock
  then ending endless
motif no end
  ending endless
