# Made by benchmarks/worlds/make.py: two people, 5 months, twice a month of a blow from either.
# Nothing but chance, one draw a step: a chain with known answers, on which engines are held against each other.
title "The Duel"

fact adv: -3..3  # whose advantage: above nothing a's, below it b's
fact fa: 0..5  # how tired each is
fact fb: 0..5
fact wa: 0..3  # how wounded; the third wound is the last
fact wb: 0..3
fact aa: 0..3 = 1  # how angry
fact ab: 0..3 = 1
fact sh: 0..3  # shame between them
fact lo: 0..3  # love between them
fact mo: 0..5

scene duel
  moment between: chance
    * they rest
      weight 3 + fa + fb
      ~ fa -= 2
      ~ fb -= 2
    * a kind word
      weight 1 + lo
      ~ lo += 1
      ~ aa -= 1
      ~ ab -= 1
    * a is slighted
      weight 1 + sh
      ~ aa += 1
    * b is slighted
      weight 1 + wb
      ~ ab += 1
      ~ lo -= 1
    * somebody is sorry
      weight sh
      ~ sh -= 1
      ~ lo += 1
    -> first blow of a

  moment first blow of a: chance
    * press on
      weight 3 + aa
      ~ adv += 1
      ~ fa += 1
    * wound
      if fa < 5
      weight 1 + aa + max(adv, 0)
      ~ wb += 1
      ~ ab += 1
      ~ fa += 1
      ~ adv = 0
      -> ending bdead if wb is 3
    * give ground
      weight 4 + wa + fa
      ~ fa -= 1
      ~ adv -= 1
    * mock
      weight 4 - ab
      ~ ab += 1
      ~ sh += 1
    * let it be
      if lo >= 2
      weight lo + sh
      ~ lo += 1
      ~ aa = 0
      ~ fa -= 1
      ~ fb -= 1
    -> first blow of b

  moment first blow of b: chance
    * press on
      weight 3 + ab
      ~ adv -= 1
      ~ fb += 1
    * wound
      if fb < 5
      weight 1 + ab + max(-adv, 0)
      ~ wa += 1
      ~ aa += 1
      ~ fb += 1
      ~ adv = 0
      -> ending adead if wa is 3
    * give ground
      weight 4 + wb + fb
      ~ fb -= 1
      ~ adv += 1
    * mock
      weight 4 - aa
      ~ aa += 1
      ~ sh += 1
    * let it be
      if lo >= 2
      weight lo + sh
      ~ lo += 1
      ~ ab = 0
      ~ fb -= 1
      ~ fa -= 1
    -> second blow of a

  moment second blow of a: chance
    * press on
      weight 3 + aa
      ~ adv += 1
      ~ fa += 1
    * wound
      if fa < 5
      weight 1 + aa + max(adv, 0)
      ~ wb += 1
      ~ ab += 1
      ~ fa += 1
      ~ adv = 0
      -> ending bdead if wb is 3
    * give ground
      weight 4 + wa + fa
      ~ fa -= 1
      ~ adv -= 1
    * mock
      weight 4 - ab
      ~ ab += 1
      ~ sh += 1
    * let it be
      if lo >= 2
      weight lo + sh
      ~ lo += 1
      ~ aa = 0
      ~ fa -= 1
      ~ fb -= 1
    -> second blow of b

  moment second blow of b: chance
    * press on
      weight 3 + ab
      ~ adv -= 1
      ~ fb += 1
    * wound
      if fb < 5
      weight 1 + ab + max(-adv, 0)
      ~ wa += 1
      ~ aa += 1
      ~ fb += 1
      ~ adv = 0
      -> ending adead if wa is 3
    * give ground
      weight 4 + wb + fb
      ~ fb -= 1
      ~ adv += 1
    * mock
      weight 4 - aa
      ~ aa += 1
      ~ sh += 1
    * let it be
      if lo >= 2
      weight lo + sh
      ~ lo += 1
      ~ ab = 0
      ~ fb -= 1
      ~ fa -= 1
    ~ mo += 1
    -> ending drift if mo is 5
    -> ending rec if lo is 3 and sh is 0 and aa is 0 and ab is 0
    -> between

ending adead
ending bdead
ending rec "They are reconciled"
ending drift "They drift apart"
