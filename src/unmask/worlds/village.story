# A small world that shows a kind: what is written once under `kind villager` holds for each of the five, and a scene
# with roles is played by whichever of them the evening brings together.

title "The Bell Box"
author "The unmask authors"
summary "For nine years Cold Marl has saved up for a bell. A week before it is due the money is stolen, and nobody has ever been so angry, or so relieved."
note "Everyone believes that everyone else is furious. Read it once from the world's side, and then from that of somebody you did not like."
rating "General Audiences"
tags "comedy", "village", "everybody is pretending"
language "en"
told from the world's side

scale feeling: none < some < great

fact evening: 0..8  # the clock: on the eighth day the founder's man is here
fact jug: 0..4  # honest money, in shares, in the milk jug on Lettice's sill
secret box: under the stairs | in the river | on the trestle known to Agnes, Wick

kind villager
  open cup: yes/no for the scene  # has had a glass of something
  open loud: yes/no for the scene  # has been indignant out loud
  open accused: 0..2  # how far the talk has settled on this one
  feels shame: feeling = great  # it was buttons, nine years of them
  feels fear, temper: feeling for the scene
  feels nerves means max(shame, fear) for the scene
  keeps blames toward each villager: yes/no
  expects each villager.temper = great  # the others gave money: they must be beside themselves
  shows temper, nerves while cup
  shows temper as max(temper, shame) while loud  # shame goes about dressed as outrage
  reads each villager.nerves as max(villager.nerves, villager.temper) while blames toward villager
  tends to confess: -shame "there would be no going into the shop again"
  meanwhile
    ~ shame += 1 if shame is some  # a thing half said is whole again by morning

person Agnes (she) called "Mrs. Pell" by Tobit, "Mother Pell" by Wick, "Mrs. Pell" by Quint, a villager
  fear = great  # she has the box, and she has signed for the bell
  tends to accuse: -1 "she knows whose name it ought to be"
person Corm (he) called "Haddle" by Agnes, "Mr. Haddle" by Tobit, "Mr. Haddle" by Quint, a villager
  tends to accuse: +1 "a miller is always asked first"
person Lettice (she) called "Miss Orme" by Tobit, "Letty" by Agnes, a villager
  feels fond: feeling = some
  shows fond while Tobit.looking to Tobit  # he has to look up
person Tobit (he) called "Mr. Fenn" by Lettice, "Fenn" by Corm, a villager
  open looking: yes/no for the scene
  open mended: 0..2  # buttons she has sewn on for him this week
  feels fond: feeling = some for the scene
  shows fond while looking
  expects Lettice.fond = none
person Wick (they) called "Ferry" by Corm, a villager
  shame = none  # the only one who gave coin
  fear = some  # and the only one who saw who has it
  tends to accuse: -2 "it would be a lie"
person Quint "Mr. Quint" (he)

bond Agnes, Wick carries nerves while box is under the stairs

scene porch with Agnes, Corm, Lettice, Tobit, Wick
  when evening is 0
  once
  > On Saturday morning the bell box is not in the church porch. There is a square of clean stone where it has stood for nine years, and five people come to look at the square.
  >+ Sixty crowns, says the slate above it, added up to last Sunday in {Tobit's} good round hand. The founder's cart comes in a week.
  world> It was buttons. {Corm} gave buttons and {Lettice} gave buttons; {Tobit} gave, Sunday after Sunday, the same button; {Agnes}, who keeps the key and one night used it, gave mother-of-pearl. Each of them takes it that there is one such person in Cold Marl.
  world>+ Only {Wick} gave money. {Wick} gave all of it.
  Agnes> It is under her stairs, behind the boots. In a week it would have been opened in front of the man from the foundry, and she has seen what is in it.
  Corm> Sixty. He does the sum again. Take away his own share, which takes away nothing, and it is still sixty.
  Lettice> She could tell them whose every button was, her own forty first. She has lain awake over that, and over the founder, who would have opened it on Saturday.
  Tobit> He wrote the sixty himself. Each Sunday somebody called out a figure, and he added it on. He called one out too, and put in what he had: a button.
  Wick> {Wick} has seen that box since. It went down Church Lane at two in the morning in a barrow, under a shawl, and {Wick.they} said good evening to it.
  moment outcry: Corm
    * look round for a face
      is accuse
      ~ blames toward Wick = yes
      > {Corm} looks from one to the next, and stops at {Wick}. "You were up early," he says. "Boats are," says {Wick}.
      world> {any: It is the one face in the porch with nothing behind it but a barrow, and that was somebody else's. | He is looking for an honest thief. He has hit on the honest one. | {Wick} was up early. {Wick} has been up early for nine years, on account of that box.}
    * offer a sack of flour for the thief
      +2 "flour is cheaper than being looked at"
      > "A sack of best white," says {Corm}, "to whoever brings me the devil that took my money." He says it again, for those at the back. There is nobody at the back.
      world> {any: He is the loudest man in the porch, and has the best reason to be. | Three of those in front of him are just as frightened, and hold up their chins. | The devil has not got his money. It is in the mill, in a belt.}
    -> end

scene call with a, b: villager
  when evening > 0 and evening < 8
  +2 "the evenings are long"
  +a.shame "any company is better than a quiet house"
  +1 "one ought to see for oneself" if a.blames toward b
  in brief> {if times is 1: {any: One evening passes in somebody's kitchen, and nothing gets out of it. | There is an evening of tea. | Somebody calls on somebody, and they part with the greatest respect. | A visit is paid, at the usual price.} | else: {any: There are {times} more visits, and at every one of them the thief is hanged. | In {times} kitchens the kettle is the only thing to let off steam. | People call on each other, {times} evenings of it, and come home knowing the price of turnips. | Doors are knocked at, on {times} evenings, and nothing that matters goes in or out.}}
  > {any: {a} knocks at {b's} door with a sieve to give back. | {a} goes past {b's} gate, and comes past it again the other way, and stops. | At dusk {a} brings {b} half a cabbage, which is understood to be a reason. | {a} calls on {b} to ask the date, with a newspaper under {a.their} arm. | {b} has the lamp in the window, and {a} comes up the path to it like weather. | It is {a}, for {b}, about a hen.}
  a>+ {any: {a} has thought of something natural to say, and it has gone. | It is only a visit. {a.They tell} {a.themself} so all the way up the path. | From outside it looks like the house of someone who sleeps. | {a} might still turn back. The gate squeaks, and then {a.they} may not.}
  b>+ {any: Nobody calls at this hour for nothing. | It is a friendly knock. {b} wonders what is behind it. | {b} has the table between them and the door before {b.they know} it. | {b} puts on the face that goes with the apron.}
  world>+ {if a.shame is great and b.shame is great: {any: Two people sit down in this kitchen who gave buttons. Each of them counts one. | They are as like as two spoons, and would die sooner than be laid in one drawer. | Between them they have put a good winter coat in that box, a button at a time, and each is afraid of the other. | Neither has slept. Each thinks how rested the other looks.} | if a.shame is none and b.shame is none: {any: Neither of them says a word about buttons, having said it. | It is a dull call. There have been few of those lately. | It is a pleasant call, of the kind that nobody remembers. | For once the kitchen is only a kitchen.} | else: {any: One of the two has a quiet mind. It is not visible from outside. | Of the two, one sleeps. | Only one of them counts the steps to the door. | There is one conscience at the table, and it takes up both chairs.}}
  fact dropped: yes/no
  moment welcome: b
    * pour the sloe wine
      +2 "it is what one does"
      +1 "a guest who drinks is a guest who talks" if blames toward a
      -1 "it has been known to loosen things" if shame is great
      ~ cup = yes
      ~ a.cup = yes
      >+ {any: {b} reaches down the sloe wine, and two glasses, and wipes one. | "You'll take something," says {b}, and it is not a question, and it is purple. | The bottle that is kept behind the flour comes out from behind the flour. | {b} pours. {a} says when, some time afterwards.}
    * put the kettle on
      +1 "a clear head keeps its own counsel"
      +1 "tea has never made anybody honest" if shame is great
      >+ {any: {b} puts the kettle on, and they both watch it. | There is tea. There is a great deal of tea. | {b} makes tea with {b.their} back to the room. | Tea is made, strong enough to hold up a conversation.}
    -> floor
  moment floor: chance
    * nothing falls
      85%
    * a button falls
      15%
      ~ dropped = yes
      ~ a.fear = great
      > {any: A button comes off {a's} cuff, strikes the flags, and rolls. Both of them watch it all the way to the dresser. | Something small and round drops out of {a's} sleeve and goes on dropping, tick, tick, tick. | {a's} coat lets go of a button. It takes its time lying down. | A button lies on the floor between the chairs. Nobody has seen it; they have both not seen it in the same moment.}
    -> table
  moment table: a
    * own up to the buttons
      if shame is not none
      is confess
      +1 "nine years is a long time to hold one's breath"
      +2 "it is lying there on the floor for anyone to see" if dropped
      +3 "somebody else in the room has not been sleeping" if seems(b.nerves) >= some
      +1 "the wine has got there first" if cup
      -1 "there would be shouting" if seems(b.temper) is great
      ~ shame = some
      > {any: "It was buttons," {a} says to {a.their} knees. "What I gave. It was always buttons." | "I never," says {a}, and starts again. "Nine years. Not a penny." | {a} takes hold of a button on {a.their} own coat, and turns it, and says: "These. I gave these." | "You'd better hear it from me," says {a}, and then says it, all of it, down to the tin they came from.}
      a>+ {any: There. It is said. It is smaller out here than it was inside. | Now {a.they have} only to live through the next breath. | {a.They hear} it in {a.their} own voice, which has turned out to be quite an ordinary one. | Nine years, and it takes as long as sneezing.}
      world>+ {if b.shame is great: {any: {b} has a tin of them, a yard from {b.their} elbow. | {b} has waited nine years to hear somebody say that. It is a pity about {b.their} face. | Now there are two people at the table who know it, and one of them thinks that there is one.} | else: {any: It has been dreaded for nine years, and the clock has not so much as coughed. | {a.They expect} the roof. There is only {b}, with a cup. | It is out; the kettle goes on as before.}}
      -> hears it
    * be indignant about the thief
      +1 "everybody else is saying it"
      +1 "outrage covers a good deal of ground" if shame is not none
      ~ loud = yes
      > {any: "Hanging's too good," says {a}. | {a} wants to know what kind of creature takes money from a church. | "Sixty crowns!" says {a}, and lets the spoon fall in the saucer. | "When I think," says {a}, "what I put in that box." | {a} strikes the table, and begs its pardon.}
      a>+ {any: {if shame is not none: It sounds well. {a.They} could almost have been robbed. | else: It is what one says.} | {if shame is not none: {a.They believe} it, nearly. | else: {a.Their} heart is not in it, but it keeps the talk going.} | {if shame is not none: {a.They find} that the louder it is the less of it is {a.their} own. | else: Somebody has to say so.} | {if shame is not none: What {a.they} put in that box went through {a.their} mother's good Sunday coat, front and cuffs. | else: {a.They have} said it before, and better.}}
      world>+ {any: {a} says it because {why}. | {if a.shame is great and b.shame is great: What each takes for fury, across the table, is fright, with its hat on. | else: The spoons ring for some time.} | {if b.shame is great: {b} has never felt so much alone, nor {a} either. | else: {b} lets it go by, like a cart.} | The dog goes out to lie in the yard. | {b} matches it, fist for fist, and they keep it up until half past ten. | By nine there is not a thief left unhanged in the county.}
      -> end
    * ask outright
      +2 "the thief has to be sitting somewhere" if blames toward b
      +1 "honest people do not sweat in a cold kitchen" if seems(b.nerves) is great
      -1 "it is a great deal to say in another person's kitchen"
      ~ b.fear = great
      > {any: "Was it you?" says {a}. | "I'll ask you to your face," says {a}, and asks. | {a} puts both hands on the table. "Where is it?" | "Only tell me that you didn't," says {a}.}
      world>+ {any: {a} asks because {why}. | {if b.shame is great: {b} goes the colour of the wine. It is not for what {a.they think}. | else: It is a hard thing to be asked by somebody whose cup one has just filled.} | {if a.shame is great: There are buttons in {a.their} own tin, and {a} has clean forgotten them. | else: It is meant honestly. So is a hammer.} | }
      -> denial
    * talk about turnips
      +1 "turnips are nobody's fault"
      > {any: {a} raises the matter of turnips. | It has been a wet year, {a} says, for turnips. | They speak of turnips, and then, it being early yet, of swedes. | "You've good turnips," says {a}. They are {b's} neighbour's.}
      world>+ {any: {if a.shame is great: It was on the tip of {a.their} tongue. That is how turnips came up. | else: It has been a good year, in point of fact.} | Neither of them grows any. | {if b.shame is great: {b} could have kissed {a.them} for it. | else: They get as far as mangolds.} | }
      -> end
  moment hears it: b
    * own up as well
      if shame is not none
      is confess
      +5 "it has been said now, and the roof is still on"
      ~ shame = none
      ~ a.shame = none
      ~ jug += 2
      ~ blames toward a = no
      ~ a.blames toward b = no
      > {any: {b} gets up, opens the drawer of the dresser, and sets on the table a tin with three buttons left in it. | "Bone or brass?" says {b}. "Brass." "Bone," says {b}, "mostly." | {b} begins to laugh and cannot stop. "Mine had anchors on," {b.they say}. | "You as well?" says {b}, and sits down on the coal.}
      >+ {first: A milk jug has been put out on the seamstress's sill, and nobody has said what for. By morning there is real money in it. | then: {any: Before it is light there are two stockings' worth of real coin in the milk jug on the seamstress's sill. | That night the milk jug on the seamstress's sill rings twice. | In the morning the jug on the seamstress's sill is too heavy for one hand. | They go out together, late, each with a fist held shut, and come back with open hands.}}
      b>+ {any: {b.They} had thought that it would feel like falling. It feels like sitting down. | There were two of them. All this time there were two of them. | It is the best evening {b.they have} had since the frost took the bell. | {b.They} will sleep tonight. {b.They know} already which side on.}
      world>+ {any: That is two who will sleep, in a village with the lamps lit. | Four kitchens down the lane the same thing is not being said. | They shake hands on nothing in particular. It has been nine years; they might have done it the first Sunday. | }
    * say that it was only buttons
      if shame is none
      +2 "it costs nothing to be kind about it"
      ~ a.shame = none
      ~ jug += 1
      > {any: "Well," says {b}, "I've heard worse," and fills up {a's} cup. | "Is that all?" says {b}. | {b} says nothing for a moment, and cuts the cake. {a} gets the corner with the almond. | "There's a jug going round," says {b}. "It doesn't ask."}
      a>+ {any: Is that all? It might be, at that. | {a.They wait} for the rest of it. There is no rest of it. | {a.They} could put {a.their} head down on this table. | {a.They} will go home past the seamstress's sill, where a milk jug is taking honest money.}
      world>+ {any: It was one sentence, and there were nine years in front of it. | {b} does not know what it is that {b.they have} given back. {a} will carry it home in both hands. | }
    * be shocked
      +shame "to agree would be as good as signing"
      ~ a.shame = great
      ~ blames toward a = yes
      > {any: "Buttons," says {b}, and draws {b.their} chair back by the width of a hand. | {b} lays {b.their} palm on {b.their} breast, over five of them. | "In a church," says {b}. | {b} gets up and opens the window.}
      b>+ {any: {b.They hear} {b.themself} do it. {b.They} would give a crown to stop, a real one. | {if shame is not none: It is well done. {b.They have} had nine years to practise. | else: {b.They} counted out pennies, all those Sundays, and somebody counted out these.} | {if shame is not none: One of them has to be the other kind, and {b.they} got there second. | else: It takes {b.them} a moment to see that it is not a joke.} | {if shame is not none: The tin is in the dresser, a yard from {a's} elbow. | else: Whoever gives buttons will take a box.}}
      world>+ {if b.shame is not none: {any: They are the same buttons. Some of them are off the same card. | {a} believes every word. So, for as long as it lasts, does {b}. | It is fear, in its Sunday clothes, being disappointed in somebody.} | else: {any: It is the only honest shock of the week, and it does as much harm as the others. | {b} means it. {b.They have} the right to. It shuts {a} up like a knife.}}
    -> end
  moment denial: b
    * take offence
      +2 "there is such a thing as a name"
      ~ temper = great
      ~ blames toward a = yes
      > {any: {b} takes {a's} cup out of {a.their} hand and rinses it. | "You know where the door is," says {b}. It is behind {a}, and it is open. | {b} rises, and goes on rising. | "Say that again," says {b}, "where the neighbours can hear." The neighbours can hear.}
    * say what it really was
      if shame is not none
      is confess
      +3 "better buttons than burglary"
      ~ shame = none
      ~ jug += 1
      ~ a.blames toward b = no
      > {any: "I couldn't rob it," says {b}. "I knew what was in it. I'd put it there." And turns out {b.their} pockets, and it is buttons. | "Thief? I'm not even a giver," says {b}. | "What would I take it for?" says {b}. "To get my buttons back?" | {b} looks at {a} and begins, of all things, with the coat they came off.}
      b>+ {any: It is a poor sort of innocence, but it is {b.theirs}. | It comes out of {b.them} like a cork. | {b.They} would never have said it if {a} had been nice. | There is a jug on the seamstress's sill that takes real money. {b.They} will be there before it is light, and nobody's thief at all.}
      world>+ {any: It is the first time that anyone has been cleared by being worse than was thought. | {a} came for a thief, and will have to look for one elsewhere, or stop. | It has taken an insult to get it out. Kindness had been tried. | }
    -> end

scene gossip with a, b: villager about c: villager
  when evening > 0 and evening < 8
  +1 "there is a wall to lean on"
  +2 "a thing that one knows ought to be shared" if a.blames toward c
  +2 "a name that has been said once is easier to say" if c.accused is 1
  in brief> {if times is 1: {any: There is some talk at the pump. | A name goes over a wall, and comes back larger. | Two people lean on something and see to a third. | The pump hears a thing or two.} | else: {any: There is talk at the pump on {times} days, and the pump is the only one to stay cool. | Names go over walls, {times} evenings of that week. | The matter is settled {times(times)}, each time with somebody else. | The village leans on its walls and hears the case, at {times} sittings.}}
  > {any: {a} and {b} are at the pump, and {c} is not. | {a} has stopped {b} by the churchyard wall. Down the lane goes {c}, with a basket. | {a} and {b} talk across the hedge until {c} has gone by, and then they talk. | "Don't look round," says {a}. {b} looks round. It is {c}, a long way off. | {b} leans on the wall from the one side and {a} from the other, with a view of {c's} chimney.}
  a>+ {any: {if a.blames toward c: The basket, the hurry, the hat. It all fits. | else: It need not be true. It need only be somewhere else.} | {if a.blames toward c: {a.They have} said nothing so far. It has been like holding a cat. | else: {c} has never done {a.them} any harm, or any that {a.they} could tell people about.} | {if a.shame is not none: As long as there is a thief there are no buttons. | else: {a.They} used to enjoy this more.} | {if a.blames toward c: It was {c}. {a.They know} it as one knows a step in the dark. | else: {a.They are} only going to say what is being said.}}
  world>+ {if a.shame is great and b.shame is great: {any: If anybody was robbed, it was not these two. | A thief would be such a help to them both. | What they have in common is in a tin at home. | They both gave buttons at Easter, and have never been so sure of anyone.} | else: {any: It is wonderful how much can be seen by people with their backs to it. | {c} has done nothing all week but buy candles. | One of the two could say something else. It would have to be now. | There is no harm in it yet. It is the size of a wren.}}
  moment say it: a
    * name the one who is not there
      is accuse
      +1 "the pump is waiting to hear one"
      +2 "one has eyes" if blames toward c
      +1 "a thief with another name is a comfort" if shame is not none
      -1 "there is no proof of anything" unless blames toward c
      ~ loud = yes
      > {any: "{c}," says {a}, and looks at the sky. | "I name no names," says {a}, and nods twice at {c's} chimney. | "Who has been buying candles?" says {a}. "{c} has been buying candles." | "You'll have noticed {c's} boots," says {a}. "New laces."}
      world>+ {any: {a} says it because {why}. | {c} is at home, being fond of everyone. | It weighs nothing yet. It wants a second person to be heavy. | }
      -> weigh it
    * speak up for the one who is not there
      +1 "somebody ought to"
      +1 "there is sleep to be had on the right side of a thing" if shame is none
      -2 "it would be a lie" if blames toward c
      ~ c.accused -= 1
      > {any: "Not {c}," says {a}. "I'd sooner think it of the vicar, and he's dead." | "{c} once walked to Ness and back to return me a spoon," says {a}. | "Let {c} alone," says {a}, quite loudly, to nobody's address. | "I'll not hear it of {c}," says {a}. {b} has not said it.}
      world>+ {any: It costs nothing, and nobody had thought of it. | {a} does it because {why}. | There is one candle the fewer in the case against {c}. | }
      c> {any: {c} has ears like anyone, and it is a still evening. A good word goes home with {c.them} under the cabbages. | A good word reaches {c} by way of the baker, the wrong way round, and still warm. | Somebody has spoken up. {c} goes through the whole village trying to think who would. | That night {c} sets the broom against the door, and then {c.they take} it away again.}
      -> end
  moment weigh it: b
    * nod
      +2 "it is pleasant to be certain"
      +2 "it has looked that way for days" if blames toward c
      +1 "nobody contradicts a face like that" if seems(a.temper) is great
      ~ blames toward c = yes
      ~ c.accused += 1
      > {any: {b} nods, and goes on nodding for a while. | "I never said so," says {b}, "but I always said so." | "It'd explain the candles," says {b}. | {b} says that it only wants somebody to go round there and ask, with a lantern. | {b} breathes in through {b.their} teeth.}
      world>+ {any: It was a guess on the one side of the wall. On the other it is knowledge. | {b} nods because {why}. | That is how it is done: one says it, and one does not say no. | {if b.shame is great: {b} nods, and is for the time being nobody who gave buttons. | else: {b} will lie awake on it for an hour or so.}}
      c> {any: People stop talking when {c} comes into the shop. {c.They buy} candles. It would have to be candles. | There are two fewer good evenings in the lane today than yesterday. {c} would know; {c} said all of them. | The dog still likes {c}. | Somebody has closed a shutter. {c} counts the shutters.}
    * ask what there is to show for it
      +1 "a name is a hard thing to give back"
      +1 "one has begun to see how it is done" if shame is none
      ~ a.blames toward c = no
      > {any: "And what did you see?" says {b}. "Yourself?" Somewhere a pump drips. | "Candles," says {b}, "are for the dark." | {b} asks for one fact, and holds up one finger for it. Nothing is hung on the finger. | "I'd want more than laces," says {b}.}
      world>+ {any: The case against {c} has come apart in somebody's fingers. It was only tacked. | {a} is annoyed, and cannot find at what. | It is as quiet as if something had not been broken. | }
    -> end

scene ferry with Agnes, Wick
  when evening > 0 and evening < 8 and box is under the stairs
  +1 "two people know, and the river is the one place without a wall to lean on"
  in brief> {if times is 1: {any: {Agnes} crosses the river at night, and crosses back. | The ferry goes over and comes home with the same passenger. | One night the ferry is out late. | There is a lamp on the water, once, going nowhere much.} | else: {any: On {times} nights the ferry goes over and comes back no lighter. | {Agnes} takes the ferry, {times(times)} in one week; she has nobody on the other side. | A lamp goes out to the middle of the river, and stops, and comes back: {times} nights of that. | The ferry has not had such custom since the fair: {times} crossings by night, all the one fare.}}
  Agnes in brief> {any: She has not asked. She has asked about the current. | They sit there with it between them, and it is not even in the boat. | Every night she means to say it on the way over, and then on the way back. | It gets heavier. It is a wonder that the stairs bear it.}
  > {any: {Agnes} comes down to the landing after dark with a penny, and no errand on the other bank. | "Over?" says {Wick}. "Half way," says {Agnes}. | {Wick} holds the boat against the stage while {Agnes} gets in, in her church gloves. | The ferry lamp goes out along the water with two people sitting under it. | {Agnes} takes the ferry again. She sits facing the way they have come.}
  Agnes>+ {any: {Wick} saw the barrow. {Wick.They} said good evening to it, and {Wick.they have} said nothing since. | Behind the boots, under the stairs. She says it to herself at each stroke. | If the cart comes and there is no money, it is her house that goes with it. She signed. It seemed a formality. | She took it so that nobody would be made a fool of. She had not known that it would be all of them.}
  Wick>+ {any: {Wick} would as soon not know. Nobody asks the boat what it has carried. | There is a barrow's width of silence between them. {Wick} rows round it. | {Wick} thought, that night, that she was moving it for safety. {Wick.They are} still trying to think so. | She has brought a whole penny. {Wick} has never been so sorry to see one.}
  world>+ {any: Of all the village these are the two who know where to look, and they look at the water. | Behind them in the dark is a house with a box in it, and in a drawer at the foundry a paper with the house in it. | The penny is the only thing about the crossing that is above board. | Under the stairs the boots stand with their toes to the wall.}
  fact asked: yes/no
  moment midstream: Agnes
    * ask what is being said
      +1 "it is as well to know"
      +fear "they have begun to look at her gloves"
      > {any: "What do they say?" she asks. "On the boat." "That it's cold," says {Wick}. | "Have they got a name yet?" says {Agnes}. "Several," says {Wick}. | {Agnes} asks what they are saying. {Wick} tells her, in order of bank. | "Nobody has asked me," {Wick} says, before she can. "You can put your purse away."}
      world>+ {any: She is asking whether they know. {Wick} is telling her that one of them does. | The rest of it goes over the side with the oars: whether, and why, and how long. | }
    * tell Wick what is in it
      once
      is confess
      +2 "one person has carried enough of it"
      +1 "it is no lighter at the other end of the boat" if seems(Wick.nerves) >= some
      ~ jug += 1 if shame is not none
      ~ shame = none
      > "It's buttons," says {Agnes}, in the middle of the river. "I opened it. There's twelve crowns at the bottom, somebody's. The rest is buttons, clear up to the slot." The boat turns by itself a little. "Those are mine," says {Wick}. "The twelve. That was my fare out of here. I thought, if everybody else can spare it."
      Agnes>+ She looks at the hands on the oars. She has been sorry for the whole village, and there was one person in it that she ought to have been sorry for. Before it is light she has put real money in the jug on Lettice's sill.
      Wick>+ {Wick} has never minded being poor. {Wick.They mind} this: that {Wick.they} could have been a fool more cheaply.
    * ask Wick to sink it
      +1 "a river tells nobody"
      +shame "it would never have to be opened"
      -2 * jug "there is real money now, and it makes one hope"
      ~ asked = yes
      > {any: "It could go in here," says {Agnes}. "It's deep here. You've always said." | {Agnes} asks how deep it is. She asks what becomes of things. | "If I brought it down," says {Agnes}, "in the barrow. Would you look away?" | "You could drop a church in here," says {Agnes}, "and nobody would know." The oars stop.}
      world>+ {any: What she would sink is not a box. It is an opinion that they have of one another. | It has twelve honest crowns in it, and she is asking the one who earned them. | }
    -> banks
  moment banks: Wick
    * row out for it, and let it go
      once
      if asked
      +2 "she has asked, and she never asks"
      +2 "it will be looked for in a boat soon enough" if accused is 1
      ~ box = in the river
      > The barrow comes down Church Lane at two in the morning. At the deep place {Wick} ships the oars, and between them they lift something under a shawl on to the side of the boat. It goes in with its slot up, and takes a long time to finish breathing.
      Wick>+ Twelve crowns. {Wick} watches them go down with the rest, in such company.
      -> end
    * bring her home
      +3 "that is what the penny was for"
      > {any: They come in to the landing. She gets out by herself. | The boat touches. Nobody says good night; it would sound like an agreement. | At the stage {Agnes} holds out the penny. {Wick} looks at it, and takes it. | The lamp comes back along the water to where it started.}
      world>+ {any: Neither has said it. They have got it over and back again without spilling. | {Wick} thinks that she is hard. She thinks that {Wick} is simple. Both of them are only tired. | }
      -> end
    * set her down, and turn the boat downstream
      +2 "they have a name ready, and it rows a boat" if accused is 1
      -1 "the children have to be got over to school"
      > {Wick} sets her down on the stage, and does not tie up. "Tell them I was honest," {Wick.they say}, and then the boat is past the willows, going with the water, and it turns out that it can move quite fast.
      -> ending far bank

scene mending with Lettice, Tobit
  when evening > 0 and evening < 8
  +1 "a schoolmaster cannot go about open to the weather"
  in brief> {if times is 1: {any: {Tobit} loses a button, and has it sewn on. | There is another button. | A coat goes in at the seamstress's door and comes out closed. | The schoolmaster's coat is mended.} | else: {any: {Tobit} loses {times} more buttons, a heavy week even for him. | The coat is mended, {times} evenings out of so few. | On {times} evenings a coat goes in at the seamstress's and comes out buttoned. | A button is sewn on, and good night is said to a door, {times(times)} each.}}
  Lettice in brief> {any: She has begun to keep the black thread on the table. | The thread is never worn. She has eyes. | She could do it in three stitches. She takes eleven. | He stands so straight to have it done.}
  Tobit in brief> {any: He is running out of places for a button to be lost. | She must think him very hard on coats. | He has an evening's worth of remarks prepared, and says that it is wet. | It takes eleven stitches. He would not mind a longer coat.}
  > {any: {Tobit} stands in {Lettice's} doorway with a coat on his arm and a button in his hand. | "It came off," says {Tobit}. "I see that," says {Lettice}. | There is a knock, two short and one sorry. {Lettice} puts down what she is doing. | {Tobit} has lost another button, and found it again at once, and brought it. | {Lettice} has the lamp lit and the needle threaded when the schoolmaster comes up the step.}
  Lettice>+ {any: It is the same button. It has been the same button since Lent. | The thread is never worn through. It is cut, and cut straight. | He could buy a coat that closes. She hopes that it will not occur to him. | She has told herself that she will say something. She has told herself so with her mouth full of pins.}
  Tobit>+ {any: He has a sentence ready. It has a subject and a verb. | He pulled it off in the dark, so as not to see himself do it. | She must think that he lives among thorns. | There are boys of seven who could manage this better. He has seen them do it.}
  world>+ {any: Everyone in Cold Marl knows about these two, except for these two. | The pump has a date for the wedding. Nobody has told the couple. | He pulls them off with pliers. She found that out from the thread, in the spring. | There is not a child in the school who could not explain it to him.}
  moment coat: Tobit
    * study the floorboards
      +2 "there are eleven boards, and he knows them all"
      -mended "he has run out of floor"
      > {any: He looks at the floor while she works. It is a plain deal floor. | {Tobit} reads the boards from the left to the right. | {Tobit} holds himself as one does for a portrait, with his eyes shut. | "Wet," says {Tobit}, to a knot in the wood.}
      world>+ {any: She is looking at the top of his head, as one looks at a shut shop. | If he were to lift his eyes by the height of one button it would all be over. | He thinks that he is being a gentleman. She thinks that she is being endured. | }
    * look at her
      +1 "she has the light behind her"
      -1 "she is only being civil" if seems(Lettice.fond) is none
      +mended "he has run out of floor"
      ~ looking = yes
      ~ fond = great
      ~ Lettice.fond += 1
      > {any: He looks at her. It has not been tried before. | {Tobit} lifts his head, and there she is, as far away as a sleeve. | For the length of a thread {Tobit} forgets the floor. | {Tobit} looks at the parting in her hair, and she looks up, and it is not the parting any more.}
      Tobit>+ {if seems(Lettice.fond) is great: {any: Oh. | He has set sums all his life, and has never once seen the answer look back. | It is all over her face. How long has it been there? He has been reading the floor. | Nobody is as civil as that.} | else: {any: Something is there. It might be the lamp. | She has a thread between her teeth, and nothing against him. | It is not nothing, what he sees. He would not like to put a figure to it. | He looks, and looks away, and keeps what he got.}}
      world>+ {any: It is on both faces, and each of them sees only the one. | That is the whole of it. It has taken since Lent. | She pricks her finger, and neither of them notices, at eleven inches. | }
    -> needle
  moment needle: Lettice
    * sew it on to last
      +1 "she has a trade to think of"
      ~ fond -= 1 unless Tobit.looking
      ~ Tobit.mended += 1
      > {any: Eleven stitches, and a shank, and a knot. "That'll see you out," says {Lettice}. | She sews it so that the coat will go before the button does. | {Lettice} bites the thread, an inch from his heart, in the way of business. | "There," says {Lettice}. It is very well done. Neither of them seems pleased.}
      world>+ {any: It is the best button in the village, and it might as well be a bolt on a door. | She has done it properly out of pride. He takes it for a hint. | }
      -> end
    * sew it on to come off by Thursday
      +fond "he would have to come back"
      ~ Tobit.mended += 1
      > {any: It takes her four stitches and no knot. She is a long time about it. | {Lettice} sews it on with one thread, and gives it a small tug, and nods. | "Mind how you breathe," says {Lettice}. | She sews and talks, and hands him back a coat that would not stand up to a sneeze.}
      Lettice>+ {any: It is bad work. It is the best bad work in the valley. | By Thursday, if he reaches for a high shelf. She thinks of all his high shelves. | Her mother would have smacked her hand for that knot. | {if seems(Tobit.fond) is great: And he saw her do it, and he said nothing, and he smiled at a board. | else: He will think that she cannot sew.}}
      world>+ {any: He pulls them off, and she sews them so that he need not pull. They have it very nearly organised. | She is helping a thief to his own button. | }
      -> end
    * tell him that she knows about the pliers
      +1 "a needle can only say so much"
      +1 "he has looked up" if Tobit.looking
      -3 "he might never come again" if seems(Tobit.fond) < great
      +Tobit.mended "it is one button too many for one week"
      -2 "she has her pride"
      > {any: "Thread breaks ragged," says {Lettice}. "Yours is always cut clean." She goes on sewing. | "You want to oil those pliers," says {Lettice}, through a pin. | "If you want to come in," says {Lettice}, "you could try coming in." | "That is the same button," says {Lettice}. "I've had that button eleven times. I gave it a name."}
      -> ending coat

scene reckoning with Agnes, Corm, Lettice, Tobit, Wick, Quint
  when evening is 8
  once
  > The founder's cart stands in the lane with a bell on it, under a tarpaulin, in straw. {Quint} has a receipt made out and would like to see sixty crowns. A trestle has been put up in the porch, on the square of clean stone. {if jug is 0: There is nothing on it. | if jug is 4: The milk jug stands in the middle of it, full to the lip. | else: The milk jug stands on it, as far as it goes.}
  Quint>+ He has hung bells in places where they cheered, and in places where they wept. He has not had one before where they looked at the ground.
  world>+ {if jug is 4: There is not one of them left with anything to hide, except in the matter of the box. | if jug > 1: Some of those round the table have slept this week, and some have not, and it is beginning to be possible to tell. | else: They stand with folded arms, all as angry as one another, all praying that nobody will ever find it.}
  moment warden: Agnes
    * set the box on the table
      if box is under the stairs
      +1 "nine years is a long time to be polite"
      +jug "the jug has gone before her"
      -shame "they would all be looking at each other for the rest of their lives"
      ~ box = on the trestle
      > {Agnes} goes across the lane, and comes back with the barrow. She lifts off the shawl, and then the box, and sets it down on the trestle, and the trestle gives a crack. "I have had it," she says. "I thought that I was sparing you."
      -> lid
    * say where it is
      if box is in the river
      +1 "somebody would have to leave the village for it otherwise"
      -1 "it is a kindness that has already been paid for"
      > "It's in the river," says {Agnes}. "I put it there. You would not have liked it opened." Nobody asks her what she means. Nobody asks her with great care.
      -> miller
    * look at her gloves
      +1 "it is not for her to begin"
      > {Agnes} looks at her gloves. There is a button missing, at the wrist.
      -> miller
  moment lid: Lettice
    * read the buttons out
      +1 "she has sewn on every one of them"
      +2 "it is the only register the village has" if shame is none
      > The lid goes up. {Quint} says, "Ah." {Lettice} puts in her hand and takes them as they come. "Corm Haddle, waistcoat, third from the top," she says. "Corm Haddle, waistcoat, fourth. Mr. Fenn. Mr. Fenn. Mr. Fenn. Mrs. Pell, church gloves. That's mine."
      -> ending buttons
    * sweep them into her apron
      +shame "forty of them are her own"
      +1 "they will want sewing back on"
      > The lid goes up. Before anyone can bend over it, {Lettice} has her apron under the edge, and everything that is light goes into the apron. Twelve crowns stay on the table, in pennies, and nobody claims them. {Wick} looks at the roof.
      -> ending bell if jug is 4
      -> price
  moment miller: Corm
    * make up the rest himself
      if shame is none
      +jug "it would be a pity to stop so close"
      +1 "there is flour again every year"
      -1 "it is a hundred sacks of flour"
      > {Corm} says a word that has not been said in that porch before, and unbuckles the belt that he keeps the mill in. "Not a button," he says, counting it out. "You may bite them."
      -> ending bell
    * push the jug across
      if jug > 0
      +jug "it is something"
      > {Corm} pushes the jug across to {Quint} with one finger, as if it had come with the trestle. {if jug is 4: {Quint} makes towers of it along the edge. He makes six, and taps the last one straight. "I never count the jug," he says.}
      -> ending bell if jug is 4
      -> price
    * ask the man to wait a little
      +1 "it has kept for nine years"
      +1 "as long as there is no bell there is no need of a box" if shame is not none
      > "The fact is," says {Corm}, "that we are not, at this time of year, ready for a bell." It is the first thing all week on which they have been of one mind.
      -> ending nine
  moment price: Quint
    * sell them a smaller one
      +jug "there is enough here to cover it"
      +1 "he does not want to drive it home again"
      Quint> Sixty, it says on the paper. He has read a great deal of paper.
      > {Quint} looks at what there is, and then for some time at the five of them. "I have another," he says, "that I ring on the road, for gates." He fetches it from under the seat.
      -> ending handbell
    * read out what was signed
      +3 "he has a master too"
      -jug "these are not people who mean to cheat"
      > {Quint} unfolds the order, and reads out the part that nobody reads. There is a house in it.
      Quint> He reads it to the tarpaulin. If he looks up he will stop.
      -> ending house

meanwhile
  ~ evening += 1

ending lanterns "Somebody had to be" when max(Agnes.accused, Corm.accused, Lettice.accused, Tobit.accused, Wick.accused) is 2
  > They go round after dark with lanterns, so as to be a deputation. {if Agnes.accused is 2: It is {Agnes} who opens, in her gloves, with her hat on. She has been expecting somebody. She steps aside. | if Corm.accused is 2: At the mill {Corm} lets them in and holds the lamp for them, and they put their arms up to the shoulder in every bin. By midnight they are all as white as he is. | if Lettice.accused is 2: {Lettice} lets them turn out the workroom. In every drawer there are buttons, sorted, with names on the drawers. They read the names. They shut the drawers again, quietly, each his own. | if Tobit.accused is 2: {Tobit} comes down in his coat. They find no box, and a pair of pliers, and nobody can think what to ask about those. | else: At the landing {Wick} holds the boat steady while they look in it. They take up the boards. They find a bailer, and a child's mitten, and water.}
  >+ In the morning one house in Cold Marl has its shutters up. It saves a great deal of further inquiry.
  Agnes> {if Agnes.accused is 2: It is almost a relief to be the right one. | else: She holds a lantern with the rest. It throws her shadow on the wall, carrying something.}
  Wick> {if Wick.accused is 2: {Wick} gave them everything {Wick.they} had, a penny at a time. There is only this left, and now they have had that. | else: {Wick} knows whose door it should be. {Wick.They hold} up the light, and that makes one more light.}
  Corm> {if Corm.accused is 2: He holds the lamp for them himself. A miller is asked first; he had only thought that he would be asked. | else: He walks at the front, with the largest lantern, so as to be behind it.}
  Lettice> {if Lettice.accused is 2: There is a drawer with each of their names on it. They saw that, and not one of them asked her why. | else: She walks in the middle. It is dark there, and nobody can see whose coat wants a button.}
  Tobit> {if Tobit.accused is 2: They have gone off with his pliers. He would like to know what they thought. | else: He was asked to carry the slate, so that the figure should be there.}
  world> {if Agnes.accused is 2: {if box is under the stairs: It is behind the boots. They open it there and then; and then they shut it, and put back the boots, and nobody ever saw anything. | else: They find boots.} | else: The box is {box}. It stays there.}
ending far bank "With the water"
  > The school is shut on Monday, for want of a way to get to it. By Tuesday everyone remembers that {Wick} was honest; it is remembered with some surprise, and added to the slate.
  Agnes> She tells them what she was told to tell them. She does not tell them how it is known.
  Corm> He had had a name ready all week. It has gone down the river, and left him with his own.
  Lettice> There is a coat of theirs hanging in the workroom, mended. She leaves it on the hook by the door.
  Tobit> He has eleven children on the wrong bank, waving. He does the sum on the slate again, and it comes out as one.
  Wick> It is eleven miles to the sea. {Wick} rows the first of them with {Wick.their} mouth shut, and then {Wick.they begin}, not very well, to sing.
  world> They had sixty crowns on a slate and one person worth having. It is not the slate that goes.
ending coat "Asked in church"
  > {Tobit} holds out the pliers, handles first. {Lettice} puts them in her workbox, and shuts it, and turns the little key.
  > The banns are read that Sunday in a church without a bell, so that boys have to be sent round to shout them. Nobody in Cold Marl is surprised. Everybody says that they are.
  Lettice> She has cut every button off the coat, and is sewing them on again, to last. It takes all afternoon. He holds the thread.
  Tobit> He goes about for a week with his coat done up to the chin, and nobody has told him that it is warm out.
  world> The thief goes clean out of people's heads. It is the only thing that a thief could have wished for.
ending buttons "The register"
  > She gets as far as the font before somebody laughs. It is hard to say who; it goes from one to the next like a yawn, and then the whole porch is leaning on itself, and {Quint} has sat down on the step with a mother-of-pearl in his palm, waiting for it to be explained. {if jug > 2: Somebody remembers the jug. It is carried in over their heads. | else: In the end each of them takes home what is theirs. It is called out by garment.}
  Agnes> All of them. It was all of them. She took it to keep one secret, and it was five people keeping the same one.
  Corm> Third from the top. He looks down, and there is the place, nine years bare. He had thought that it did not show.
  Lettice> She had thought that she would read them out like a charge. It comes out like a christening.
  Tobit> Mr. Fenn, Mr. Fenn, Mr. Fenn. It is the most that she has ever called him.
  Quint> He keeps the mother-of-pearl. It is a poor exchange for a bell, and he has it on his watch chain yet.
  Wick> {Wick} waits for {Wick.their} own name. It does not come. There is only a little money at the bottom, and it is quite some time before anybody thinks to ask.
  world> It comes to four hundred and six buttons. They could have had a bell for the coats.
ending bell "Sixty crowns"
  > The bell goes up on Sunday on a borrowed rope. The first time, it is rung by all of them, which is no way to ring a bell, and two miles off at Ness a man looks up from a fence and says that somebody must have died in Cold Marl. "Or come to," says his wife.
  Agnes> {if box is in the river: It can be heard a long way out on the water, and, she supposes, some way down. | if box is under the stairs: There is still a box. She takes it up the tower by night, and bricks it in under the frame. It makes a difference to the tone. | else: She has nothing under her stairs but boots. She goes and looks, and they are boots.}
  Corm> {if jug is 4: There is some of him in it, going out over the fields for nothing, to anyone. | else: It is his belt, or some of it, going out over the fields for nothing, to anyone.} He stands in the mill door with his hat off until it stops.
  Lettice> She hears it with a needle in her hand, and counts. It is the first thing in nine years that nobody will bring her to be sewn back on.
  Tobit> He rubs out the slate. It takes three goes; it has been up there for so long that it has got into the stone.
  Quint> He listens from the top of the hill, with the cart empty. It is a good bell. It is a little flat, like everyone who ever paid for one.
  world> It was cast out of copper and tin, and paid for in fright. It cannot be heard in the note.
  Wick> {Wick} stops rowing. Somewhere in that are twelve crowns that never got to it; but that is how it sounds from here, like money that went somewhere.
ending handbell "For gates"
  > It has a wooden handle, and the voice of a goat. It is hung in the tower on a nail. At noon, and at nine, somebody goes up the ninety steps and shakes it, and the village stops what it is doing, and does not smile.
  Agnes> It is not what she signed for. She goes up on Mondays, and shakes it until her arm hurts.
  Quint> He drives home with a bell on the cart and the road quiet in front of him. At the first gate he puts out his hand for something that is not there.
  Corm> He can tell it from the mill, over the wheel: a small cross sound, like somebody's conscience that has been let out on a string.
  Lettice> She has stitched a strap for the handle. It will want doing again by Thursday.
  Tobit> He has the boys set their clocks by it. One of them laughs, once.
  world> They have the bell that they paid for. It is the first true figure in nine years.
  Wick> You cannot hear it from the river. {Wick} says that you can.
ending nine "Another nine years"
  > The cart goes back the way it came. By evening there is a new box in the porch, with a new slate, and everyone files past it in their Sunday clothes. It rattles. Nobody listens to the way it rattles.
  Agnes> {if box is in the river: She drops hers in with the rest. She has plenty; there was another glove. | else: She has two boxes now.}
  Quint> He hears the first of it go in, before he has turned the cart. He knows metal. He drives on.
  Corm> He has put in a handful, as the miller should. It is remarkable what one can say with a straight back.
  Tobit> He writes a nought on the new slate, in a good round hand. It is the last true one that he will write there.
  world> Each of them walks home thinking that there is one such person in Cold Marl. It will keep for another nine years; it is not the sort of thing that goes off.
  Lettice> Horn. Brass. Horn. Bone. She need not even look up.
  Wick> {Wick} stands in the line with a penny, and comes to the front of it, and looks at the slot.
ending house "What was signed"
  > {Agnes} is out by the end of the month. She leaves the house as she found it, with the step scrubbed. The five of them carry her table up the lane between them, she at one corner, and have to stop and put it down at every gate.
  Agnes> {if box is under the stairs: One thing goes separately, at night, in the barrow. There is room for it at the mill, behind some other boots. | else: There is nothing under the stairs. She sweeps it all the same.} She would do it again. She says so to each stair.
  Corm> There is a room at the mill. He hears himself say so. It is over the wheel; she will not sleep. None of them do.
  Lettice> She has gone through the house for her, and sewn up whatever was coming down. There was not a button missing anywhere but at the one wrist.
  Tobit> He carries a corner of the table, and looks at the ground. He wrote those figures. He wrote them beautifully.
  Wick> {Wick} will not take a penny for the boat that week; nobody asks why. There is a house gone, on account of twelve crowns and some horn.
  Quint> He has to sell it, naturally. He walks through it once, with his hat in his hand, looking for something to find fault with.
  world> The foundry owns a house in Cold Marl for a year and a half. Nobody calls.

motif two of a kind with a, b: villager  # buttons, and buttons
  a: own up to the buttons
  next b: own up as well
motif pot meets kettle with a, b: villager  # indignant first, honest later
  a: be indignant about the thief
  then a: own up to the buttons
  next b: own up as well
motif a week of buttons  # he comes twice, and then she says it
  scene mending
  then scene mending
  then Lettice: tell him that she knows about the pliers

promise every story ends
promise never: Wick: own up to the buttons  # the honest one has none to own up to
promise in 10% to 60% of stories: two of a kind
