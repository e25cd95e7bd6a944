# Every kind of line that the language has, for tests that change it or look for it.
title "The \"Helmet\""
author "A. Nobody"
series "Ten Winters" part 2
summary "Two people, one mask."
note "For the reader."
afterword "The end of it."
rating "T"
warning "Violence"
warning "Loss"
tags "slow burn", "enemies"
language "en"
told from Kylo's side

scale feeling: none < faint "hardly there" < strong < consuming   # four levels
scale wound: whole < hurt < dying

fact month: 0..24
fact place: wastes "the wastes" | forest "the pine wood" | meadow
fact helmet: worn | fallen | in her hands = fallen
fact it rains: yes/no = yes
fact late means month > 12 and not it rains
secret debt: -2..2 = -1 known to Oda, Rey
secret count: 0..9

kind duelist
  open wound: wound = hurt
  open spent: 0..3 for the scene
  feels anger, longing: feeling = faint
  feels guilt, disgust: feeling for the scene
  keeps owed toward each duelist: 0..1
  keeps calm means anger is none and longing <= faint
  tends to hide: -guilt "it would be seen"
  meanwhile
    ~ anger -= 1

person Kylo "Kylo Ren" (he) called "Ben" by Rey, "the boy" by Oda, a duelist
  feels shame: feeling = consuming
  keeps walls: 0..2 = 2
  keeps eyes: up | down for the scene
  keeps trust toward Rey: 0..3
  longing = none
  owed toward Rey = 1
  expects Rey.disgust = consuming
  expects each duelist.guilt = none
  shows anger as max(anger, shame)                # the voice lets it through
  shows shame, longing unless helmet is worn to Rey
  shows guilt to each duelist
  reads Rey.disgust as max(Rey.disgust, Rey.guilt) while shame is consuming
  reads each duelist.anger as duelist.anger + 1
  tends to hide: -shame "she would see the scar" unless Rey.spent is 3
person Rey (she), a duelist
  shows anger
person Oda (xe/xem/xyr/xyrs/xemself), an elder, a duelist
kind elder

bond Rey to Kylo carries longing, guilt while Kylo.walls < 2
bond Rey, Oda carries anger as anger - 1

scene duel with Rey, Kylo
  when month < 24
  once
  +2 "it is time" if late
  -1 "not now"
  fact edge: -2..2
  secret trick: yes/no
  in brief> {times} more times they meet, and nobody falls.
  Kylo in brief>+ {if times is 1: Once | else: {times(times)}} he did not look away.
  > They find each other in the {place}.
  ~ edge = 0

  moment demand: Rey
    > {Rey's} hand is on the hilt. \{Really.\} {Rey.They look} at {Kylo}, and {Kylo.they} at {Rey.them}.
    * ask for the helmet (again), "please"
      if helmet is worn
      unless happened(duel of words)
      once
      is hide
      +1 "she has seen what is under it"
      +longing "she wants to see him"
      +2 * longing + owed toward Kylo "she owes him" if anger is not consuming
      ~ edge += 1 if anger >= strong or (it rains and not late)
      ~ Kylo.spent -= 1
      ~ Kylo.owed toward Rey = min(1, Kylo.owed toward Rey + 1)
      > {any: "That thing," says Rey. "Off." | "I am not talking to a bucket," says Rey. |} {first: | then: She has lost
        count of the {nth(edge)} time.}
      Kylo> He would sooner give her his sword arm. {why}
      >+ {if was(edge) < edge: Closer. | if happened(Rey: let him live): Again. | else:}
      world> Neither knows.
      Kylo recalls> She begged.
      Kylo denies>+ He did not mind.
    * wait
      -> end unless edge > 0

      -> ending returned if seems(Kylo.anger) = none and seems(Kylo, Rey.anger) != none
    ~ month += 1
    -> the storm if edge is 2
    -> he kneels
  moment the storm: chance
    * lightning
      30%
    * rain
      70%
    * nothing
      weight 3 + Rey.spent
  moment he kneels
    -> end

scene quarrel with a, b: duelist about c: elder
  +a.anger "she is angry"
  a> {b's} face. {c.They are} not there.

meanwhile                                         # plays after every scene
  ~ month += 1
  > A month goes by.
  moment the news: Oda
    * tell it
      -> end

limit 500 events

ending lost "Nobody gets up" when Kylo.wound is dying and Rey.wound is dying
ending returned
  > They stand there lit, and then they begin.

motif duel of words
  Rey: ask for the helmet (again), "please"
  then 3 times demand / wait
    when edge is 2
    or scene quarrel
  next ending lost
  without Kylo: kneel
  within 2 scenes
motif repaid with a, b: duelist
  a: let live
  then b: let live

promise in 5% to 40.5% of stories: duel of words
promise in at least 5% of stories: ending lost
promise in at most 50% of stories: Rey: wait
promise never: scene quarrel
promise always: demand / wait
promise every story ends
promise 2 to 4.5 scenes on average
promise Rey can reach in at least 90% of stories: ending returned
# the last word
