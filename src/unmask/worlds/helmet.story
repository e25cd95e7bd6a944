# Two people at war, a helmet, and a bond that will not keep its mouth shut.
# The rows S1 to S19 that the comments name are those of the design's table: what the story does, and what carries it.

# S19: a part of a series, with a note before it, notes after it, and whose side it is told from (S18).
title "The Helmet"
author "The unmask authors"
series "For What Is Light Without Darkness" part 4
summary "She wants it off. He wants her to stop wanting it. They have been meeting on battlefields to discuss this for the better part of two years."
note "It stands by itself. All that you need from the first three parts is that she once cut his face open in the snow, and that each of them has looked, once, into the other's head."
note "Read it from his side, then from hers. Then read it as he remembers it, and count what is missing."
afterword "This one is small. If you liked it, say so to somebody."
afterword "It is kept here, in a file, because a file will last if you copy it. The last three places where I put things are gone, and the fourth has begun to send me cheerful letters about its future."
afterword "Part five has a door in it. That is all that I know about part five."
rating "Teen And Up Audiences"
warning "Sword fights, burns, a wound that goes bad"
warning "In some runs, death"
tags "enemies", "something other than enemies", "helmets", "apologies", "everybody would rather be stabbed"
language "en"
told from Kylo's side

# S3, S9: three levels are enough for a feeling; the cut goes bad, or heals to a scar.
scale feeling: none < strong < consuming
scale wound: scarred "a scar" < raw < infected

# S1, S9, S12, S13, S16: what both of them can see. The month is a clock and nothing else.
fact month: 0..24
fact place: wastes | forest "pine wood" | meadow "moss field"
fact wind means place is wastes
fact underfoot: snow | needles | moss  # for the telling
fact saber: in her hand | on the ground | in his hand  # the one that was his grandfather's
fact helmet: worn | at her feet | in her hands | on her head | in his lap for the scene
fact grille: whole | split for the scene
fact modulated means grille is whole and helmet is worn  # S4: the voice is a channel of its own; it can break while the mask holds
fact plea: nothing | the helmet | the walls | the Dark | his mother | come away for the scene
fact hush: yes/no for the scene  # S5: the bond holds its breath

kind duelist
  open spent: 0..3 for the scene
  keeps owed toward each duelist: 0..1  # S8: a life

# S3, S4, S6, S14, S16: what he feels, what comes out of the mask, and what he is sure of.
person Kylo (he) called "Ren" by Rey, a duelist
  open wound: wound = raw
  open eyes: up | down for the scene
  open said: unsaid | hard | plain for the scene  # S4: words, whatever voice they come in
  feels longing: feeling = strong
  feels shame: feeling = consuming
  feels anger: feeling = strong for the scene
  feels regret: feeling for the scene
  feels ache means longing for the scene  # the part of it that can be heard or seen
  feels hurt means shame for the scene
  keeps walls: 0..2 = 2
  keeps faith: 0..2 = 2  # in the Dark, and in the one who taught him
  keeps claim: yes/no = yes  # the saber is his, whoever is holding it
  expects Rey.disgust = consuming
  shows anger as max(anger, shame) while modulated  # the modulator: shame comes out as anger
  shows anger
  shows ache unless modulated  # longing does not come through the modulator
  shows regret while said is plain  # an apology does: it is in the words
  shows hurt unless helmet is worn  # the face
  reads Rey.disgust as max(Rey.disgust, Rey.guilt) while shame is consuming
  tends to hide: -shame "she would see the scar"
  tends to yield: +longing "he is so tired of wanting it"
  tends to obey: +faith "there is still the one who taught him"

person Rey (she), a duelist
  open asked: 0..4
  open sorry: yes/no for the scene
  feels longing: feeling = strong
  feels anger: feeling
  feels guilt, disgust: feeling for the scene
  feels temper means anger for the scene  # what can be seen of it
  feels pictures means longing for the scene  # S5: what she will not say, in the form in which it gets out
  shows temper
  shows guilt while sorry
  shows disgust, guilt unless helmet is worn or Kylo.eyes is down  # there has to be a bare face, and he has to look
  tends to beg: +longing "she cannot fight him and miss him at once"
  tends to beg: -2 "she is too angry to want anything else" if anger is consuming
  tends to beg: +1 "it gets more urgent every time she does not get it" if asked >= 3
  tends to kill: -3 "he let her live once" if owed toward Kylo is 1
  tends to kill: -1 "she has heard what he sounds like in there" if seems(Kylo.ache) >= strong

# S5, S6, S10: pictures and guilt get past the mask while his walls are not whole; her fury blots the pictures out.
bond Rey to Kylo carries pictures as none while Rey.anger is consuming and Kylo.walls < 2
bond Rey to Kylo carries pictures while Kylo.walls < 2
bond Rey to Kylo carries guilt while Kylo.walls < 2 and not hush
bond Kylo to Rey carries ache while Kylo.walls is 0

# S1, S7, S12: the field. They meet, she asks for something, he does not answer, and then there is the fight.
scene duel with Rey, Kylo
  when month < 24
  +3 "they cannot leave each other alone"
  fact edge: -2..2  # above nothing: his
  in brief> {if times is 1: {any: They fight again, in the {place}. It settles nothing. | There is one more, in the {place}, of the kind that leaves only bruises. | Another field, another month. Both of them walk away from it, in opposite directions. | They meet in the {place} and part there. | Nothing comes of the {place}, either. | A month goes by, and a fight with it, in the {place}. | They use up the {place} for an afternoon, and give it back.} | if times is 2: {any: They meet twice more, and nobody falls. | Two fights go by that differ only in the weather. | Twice more they light the place up, and twice more nothing comes of it. | Two more come and go, and all that anyone could show for them is laundry.} | else: {any: {times} more times they meet, and {times} more times nobody falls. | There are {times} fights that differ only in the weather. The healers on both sides have stopped asking. | {times} fields, one after the other, and at the end of each two people limping off it. | They have it out {times} times more, and it stays in. | {times} more go into the same heap.}}
  Kylo in brief>+ {if Rey.asked >= 4: {any: She asks every time. He has a way of not hearing it. | He could say her part for her by now, with the pauses. | She has a new way of asking and he has the old way of not answering. | | She goes on asking, and he goes on being somewhere else inside. | He has heard what she wants. He has it nearly by heart.} | else: {any: She wants it off. He wants her to stop wanting it. | He keeps it on. It is not a position; it is a helmet. | | He could not tell you afterwards what was said. It was about the helmet. | He gets through it, and is a little later home each time.}} {if Kylo.wound is infected: {any: The mask has begun to smell of him. | What is under the mask is hot to the touch. He does not touch it.}}
  Rey in brief>+ {if Rey.asked >= 4: {any: She tells herself each time that this is the last time she will say it. | She asks. She has begun to ask in her sleep. | She has caught herself rehearsing, with gestures. | | She has tried it loud, and she has tried it with her back to him. | If she had a chip of wood for every time she asked, she could light that face up from below.} | else: {any: He does not answer, in a number of ways. | She asks the helmet, and the helmet looks at her. | | She comes back with a limp and no information. | They want to know, at the base, what takes so long.}}

  # S9: where they meet, and in what weather; a temper cools where there is grass.
  moment weather: chance
    * snow
      ~ place = wastes
      ~ underfoot = snow
    * thaw
      ~ place = forest
      ~ underfoot = needles
    * a long evening
      ~ place = meadow
      ~ underfoot = moss
      ~ Rey.anger -= 1 if Rey.anger is consuming
    -> they meet
  moment they meet
    > {any: {Kylo} and Rey find each other in the {place} | It is the {place} this time | Somebody's war has moved on and left them the {place} | Rey is at the edge of the {place} before he is | There is smoke over the {place}, and under it the one person who would be there | The two armies are elsewhere. In the {place} there are only the two of them | A ship comes down on one side of the {place}, and a minute later a ship comes down on the other | It begins, as so often, with two people in the {place} pretending to look for something else | {Kylo} is in the {place} already, standing, as people stand who have been told to wait | Nobody has given an order that has to do with the {place}. They are both there, and neither is late | A shuttle sets {Kylo} down in the {place} and goes; her ship is round the next corner of it, still ticking | Rey walks in at one end of the {place}, and {Kylo} at the other, and both of them slow down | There are tracks in the {place}, large ones. Rey has followed them, and here is {Kylo}, at the end of them | In the {place}, and this month it could hardly have been anywhere else, they see each other at the same moment}{if wind: {any: , and the cold is coming sideways off the ridge | , with a wind that has teeth in it | , in a gale that takes the ends off words | , and the air is so cold that it rings | , and the snow is going by flat | , in a wind that would take a hat off | , and it is the sort of cold that gets into hilts | , and the wind has been waiting for somebody to arrive | , and whatever is loose in that country is going past at the height of the knees | , under a sky like a shut lid, with a gale under it | , in a cold that gets its fingers in at the seams} | else: {any: , and there is no wind at all | , in weather too good for it | , with a late sun lying along the ground | , and somewhere there is a bird that has not been told | , on an evening that anyone else would have used for something | , and it has lately rained | , under a sky that somebody has ironed | , and there are gnats | , in a light that forgives everything | , in a mist that has not quite made up its mind | , and it smells of wet bark and hot metal}}. {if saber is in his hand: {any: She has a borrowed blade, and holds it like something borrowed. | Two sabers hang at his belt. Only one of them is red. | The blade she lights is green and belongs to somebody dead. | She has come with another person's weapon, and looks at his belt before she looks at him. | She lights what they lent her at the base. It is a foot too long for her. | Somebody has lent her a blade for the day, and will want it back. | She takes a while to find the switch; it is not where it is on hers, and hers is over there, on him.}}
    Kylo>+ {any: He has rehearsed this with his hands and not with his mouth. | He felt her an hour off, the way a tooth feels weather. | {if saber is in his hand: He has what he said that he was coming for. It is on his belt. He has come anyway. | else: He tells himself that he has come for the saber.} | He is not late. He is never late for her, and he would like that struck from the record. | There were four other places that he ought to have been today, and he outranks all of them. | Inside the helmet it is always the same time of day. | He knows what he will say if he is asked where he was. Nobody will ask him. | He has slept badly and dressed carefully. | He had thought of not coming. It was an interesting thought, and it lasted him as far as the hangar. | One of his gloves is on inside out. It is too late to see to it. | He could find her with his eyes shut. He has found that out by shutting them. | He is ready to be asked, the way a nail is ready. | Three officers know that he is here. They believe that it has to do with ore. | She looks tired. He resolves not to have seen it. | He has decided to be quick about it. He always has. | His heart is going as though it had run on ahead and come back to fetch him.} {if Kylo.wound is infected: {any: The cut has its own pulse, a little behind the other one. | He is hot, and then cold, and in neither case is it the weather. | Something in the mask smells sweet. It is him. | His left eye keeps closing by itself. It has opinions about the light. | The padding sticks to him. He has given up pulling it away. | It beats under the mask like something that wants to be let out, and he has some sympathy.} | if Kylo.wound is raw and wind: {any: The wind goes in at the seam of the mask and along the cut like a finger along a shelf. | New skin does not like the cold. He had that from the droids and now he has it from the cold. | The half-closed cut feels every gust before his coat does. | Every seam of the mask has let in its own small knife. | He has wrapped a cloth round the inside of the mask. He would sooner be killed than have it known. | One side of him is cold. The other is only weather.} | if Kylo.wound is raw: {any: The cut itches. That is supposed to be good news. | The cut has closed to a red line. It smiles when he does not. | The new skin pulls when he sets his jaw, and he is always setting his jaw. | It has begun to knit. It draws the corner of his mouth up, on that side, into something like good humour. | There is a place on his jaw that he has been told not to touch, and he is wearing a bucket over it, so he does not. | The cut is quiet today, in the way of somebody who is listening.}}
    Rey>+ {any: She knows his walk before she knows his shape. | She has slept four hours in two days, and all four were about him. | She checks the ground, the light, her grip; she does not check her heart. | A whole head's worth of nothing looks back at her. | She told them that she was going to look at a crashed freighter. There is a crashed freighter. She has not looked at it. | She is always glad first. The other thing comes half a breath after, and she has got quick at hiding the half breath. | She had breakfast standing up. She has had all her meals standing up, lately. | There he is. It annoys her how quickly she could have said so. | She has brought water, a bandage, and one good thing to say. She has already forgotten the good thing. | He has a way of standing as if somebody had put him down there and gone off with the key. | She has promised three people to be careful. She hears them all at once, like geese. | Last night she had it all worked out. It was a speech, with a middle. | Her hands are steady. It is the rest of her. | One of these days she will not come, and he will stand there. She gets as far as that each time and no farther. | He is thinner. She can tell by the belt.} {if saber is in his hand: {any: What is at his belt pulls at her palm like a bad habit. | Her own hum is across the field from her, on the wrong hip. | Her own is hanging there with its switch turned in. He does not even know how to wear it. | Over there it hangs, and she can feel it see her. | He has polished her saber. She does not know what she had expected.}}
    world> {any: Both of them slept badly. Both of them have put it down to the bunk. | He looks like rage with boots on. Under it there is a young man wondering whether the scar shows through. | Each of them has told somebody, today, a small lie about where they were going. | Neither has been sent. Either would tell you otherwise. | He has walked round a rock four times so as not to be early. So has she; it was another rock. | On neither side does the order of the day say anything about this. | What she takes for his temper is his heart. It is the boots that give the wrong impression. | They look each other over for wounds. Each believes that it is a tactical matter. | She thinks that he has come to fight. He thinks that she has come to fight. There they are, then, with their swords. | Each is glad, and each has a face on that could curdle milk; his is made of metal, and is spared the effort. | He has come to see whether she is well. It will take him the whole of the fight to find out. | Anyone who had both of them in front of him, and no war, would have had it sorted out by supper. | If the masks were counted here there would be two, and hers would be the better made. | He has a sentence that he will not say, and she has one that she will. They were about the same thing. | Neither can remember who was the first to raise a hand against the other. It is kept up out of politeness. | {if Kylo.shame is consuming: All that he hopes is that she will not look too closely. All that she hopes is to be let. | else: He has thought about the helmet on the way here, and whether it need be quite so tight. She is not to know.}}
    -> demand

  # S12: five demands, each with more at stake than the one before; S10: anger makes her forget that she had one.
  moment demand: Rey
    * ask for the helmet
      is beg
      +1 "she has seen what is under it"
      -2 "he has heard that one" if asked >= 3
      ~ asked += 1
      ~ plea = the helmet
      > {any: "That thing on your head," says Rey. "Off." | "Show me who I'm fighting." She has to say it over the noise of both blades. | "You can hear me in there, can't you?" Rey raps on her own temple with two knuckles. "Off." | "You had a face the last time anybody was honest with you. What did you do with it?" | "I'm not talking to a bucket," says Rey. | "Is it stuck?" says Rey. "Is that what it is? I've got tools." | "Who is it for?" she says. "There's nobody here but me. Who are you wearing it for?" | "You'll get a rash," says Rey. "I mean it. Take it off." | "I've forgotten the colour of your eyes," says Rey. "No, I haven't. Take it off anyway." | "One minute," says Rey. "Without it. I'll count, if you like. Then you can go back in." | "When you breathe in that thing I can't tell when you're going to hit me," says Rey. "It's not fair. Off."}
      >+ {first: | then: {any: {if Rey.asked < 4: It is the {nth(Rey.asked)} thing that she has asked him for, if anyone is counting. | else: Whoever was counting has stopped.} | She has said it before, in other weather. | The demand is not new. It has moved up a tone, like a kettle. | }}
      Kylo>+ {any: He would sooner give her his sword arm. | The scar tightens, as if she had called it by name. | Somebody asked him that on a bridge once. He took it off that time, and look. | She says it as if it were a hat. | What does she think is in here? He has been in here for years, and he would not come this far to see it. | Off, she says. It has been easier to take off heads. | It is a very small word, for what would be left standing here. | He puts his chin down, as if it might be done from where she is. | She asks as one asks for salt. He could almost have passed it.}
      Rey>+ {any: She hears how it sounds. She lets it stand. | It was meant to be a taunt. It comes out as a request. | She only wants to see whether he looks as tired as she is. | She has stood opposite that thing for so long that it has started to have expressions. | For reasons of tactics, she tells herself. One ought to see the eyes. | It is a good helmet, she has to admit. She would like to meet whoever thought that it was needed. | She has the mouth under it so clearly before her that she nearly answers it. | That came out in her mother's voice; or it would have, if she had any idea.}
      world>+ {any: {if Kylo.shame is consuming: What he hears is: let me see what I did to you. What she means is: let me see you. | else: He very nearly puts up a hand to check that it is still there.} | She asks because {why}. Nobody has told him that, and she is not about to. | {if Kylo.shame >= strong: She could have asked for his right hand. He would have had an answer, and it might have been yes. | else: He considers it, for as long as a spark lasts. She sees a man not considering it.} | There is no good reason to refuse, and he has had years in which to find one. | She believes that the helmet is to frighten people. There was only ever one person whom it was to keep off. | Under it he has gone red to the ears. It is a pity; she would have given a great deal for that.}
    * ask him to open his walls
      if asked >= 1
      is beg
      +1 "the helmet is only the outermost one"
      -2 "he has heard that one too" if asked is 4
      ~ asked += 1
      ~ plea = the walls
      > {any: "Not the helmet, then. The rest of it," says Rey. "Let me in." | "I know that you're behind there. I've stood in that room." | "You left the door open once," says Rey. "I didn't break anything." | "You used to leave it ajar, and I used to complain. Ajar, then. I'll take ajar." | "It's like shouting into a cupboard," says Rey, and lays two fingers to the side of her head. "Open up."}
      Kylo>+ {any: She knocks on the inside of his skull with one knuckle, and waits, like a guest. | She has her palm flat against the wall. He can feel which stone. | He has made a fool of himself in that room already, and she was there. | There is a place low down in the wall where the mortar never took. She has found it. She does not push. She breathes on it. | He checks the stones one after another, the way other men pat their pockets.}
      Rey>+ {any: Where he used to be there is a smooth place, like the gum over a lost tooth. | She leans on the silence with her whole weight. It does not so much as creak. | She had a lodger in her head for a winter, and hated it, and look at her now. | It smelled of rain in there, she remembers. It was an odd thing for the inside of him to smell of.}
      world>+ {if Kylo.walls is 0: {any: There are no walls left to speak of. She is knocking on an open door, and he is standing behind it, holding it, not breathing. | She has not noticed that it is open. He has not noticed that he opened it. | He would only have to say come in.} | if Kylo.walls is 1: {any: She is nearer than she thinks. | There is a hole already, about as wide as a hand. Pictures go through it. | He has hung a curtain over the hole. She can see the curtain move. | One more word would have done. She had it on her tongue, and took it for breath.} | else: {any: The wall is three years thick, and it was built from the inside by a child. | Nothing gets through. She tries it with kindness, which he has no stones for. | He is standing with his back to it, on the other side, with his heels dug in. | She thinks that he feels nothing. He feels her lean.}}
    * ask him to leave the Dark
      if asked >= 2
      is beg
      +1 "it is the Dark that put the helmet on him"
      -1 "she has seen what it does to people who ask" if longing is none
      ~ asked += 1
      ~ plea = the Dark
      > {any: "He does not love you," says Rey. "He has never even liked you. Leave him." | "Put it down. The name, and the master, and the rest of it." | "What has it ever given you?" says Rey. "Tell me one thing. I'll wait." | "You're no good at it," says Rey. "You should hear how the others talk about you. You keep minding things." | "You could just stop," she says. "People do. They get up one morning and they don't."}
      Kylo>+ {any: Somewhere a great grey attention turns over in its sleep. | There is an answer to that. He has been made to learn it by heart. | He looks for the one thing, and goes on looking for longer than he would like. | If he put it down he would have nothing in his hands, and there is so much on them.}
      Rey>+ {any: She hears herself say it, in front of everybody he has killed, and goes on. | It is treason to want this, of somebody. She has not worked out of whom. | He does not laugh at it. She had been braced for the laugh. | She was not going to say that one until next year.}
      world>+ {if Kylo.faith is 0: {any: He has not believed in it for some time. He has nowhere else to keep his things. | It is a good speech. It is three weeks late: he has stopped already, and told no one. | She is arguing with somebody who has left. He would have told her, if there were a way to say it with a sword in one's hand.} | else: {any: One of the people who would have to forgive him is asking him to let her. | He holds his breath, and the modulator, which has nothing to work with, hisses. | He has an answer to it, and the answer has a hole in it, and she has just looked in through the hole. | She means that she would miss him less. He hears that he has failed at that as well. | He believes that it is the only place where he was ever wanted. He was wanted in four; she is standing in one of them.}}
    * ask him to go home to his mother
      if asked >= 3
      is beg
      +1 "there is a woman who sets out two cups"
      ~ asked += 1
      ~ plea = his mother
      > {any: "She keeps a room," says Rey. "She thinks that nobody knows." | "Your mother asks me whether you're eating. She asks it as a joke." | "I came straight from her table," says Rey. "She knows where I am. She wouldn't say so, but she put food in my bag, and it's enough for two." | "She's got old," says Rey. "You should know that. Somebody should tell you. She's got old waiting, and she's terribly good at it." | "Go home. Not for me. There's a lamp, and it's costing her a fortune."}
      Kylo>+ {any: He had a mother in the way one has a country, once, before the borders moved. | It is the room that does it. He knows which room. He knows about the window that sticks. | He would like her to go back to shouting about the helmet. | One cannot walk in at a door with those hands on. He has looked at it from every side.}
      Rey>+ {any: She promised that she would not bring that up. She has promised a lot of things. | She says it to be cruel and it comes out kind, or the other way about. | It is not even her mother. It is only the nearest one.}
      world>+ {any: In that room the bed is made up fresh on the first of every month, by a general, with her own hands. | It is the only address that either of them has for such a thing. | She thinks that he has not thought of it in years. He could draw the stairs. | He takes it for a weapon. It was one of hers, and she had turned the handle to him.}
    * beg him to come away with her
      if asked >= 4
      is beg
      +1 "she has run out of smaller things to ask"
      +1 "he sounded, for a moment, like somebody who would" if seems(Kylo.ache) >= strong
      -1 "she would have to mean it"
      ~ asked += 1
      ~ plea = come away
      > {any: "Come away with me. Tonight. I don't care where." | Rey says please. It is small and rusty, and it stands there between them in the {place} with its cap in its hands. | "There's a ship behind that hill with two seats in it," says Rey. "I mended the second one. I told everybody that it was for the weight." | "We could leave them to it," says Rey. "Both lots. They'd get on perfectly well, killing each other, without us." | "You and me and a tank of fuel," she says. "I'm asking you. Look, I'm asking. This is what it looks like when I ask."}
      Kylo>+ {any: It is the most frightening thing that anyone has said to him, and he has been taught by experts. | He thinks of the second seat. He is tall; his knees would be against the panel. He is appalled to find that he has got as far as his knees. | Nobody asked him whether he wanted to be worth this. | He looks at the hill. It is an ordinary hill. He has no business looking at it.}
      Rey>+ {any: There. It is out. It cannot be the stupidest thing said on a battlefield, but it has placed. | She has not said please to anyone since she was small enough to be carried. | Her arms have kept the guard up the whole time. Somebody has to be sensible. | If he says yes she has no idea what they would eat.}
      world>+ {any: She would go. That is what would surprise them both. | Behind two hills, two escorts are looking at their clocks. | He has got as far as packing. He has packed a razor and a book, in his mind, and cannot decide about the cloak. | Each of them knows exactly where the other's ship is.}
    * attack without a word
      +2 * anger "she is angry"
      +1 "words have not worked" if asked >= 3
      -1 "there is something she wants to ask him first" if longing >= strong
      > {any: She does not waste breath on words. | No questions today. | This time the blade does her talking. | She comes across the {place} at a run, and whatever she was going to say she has left on the other side of it. | Rey says nothing. She only rolls her shoulder once, like someone about to lift a thing. | There is no demand. There is hardly a greeting. | There is a look, and then there is a blade where the look was. | "Well, come on," says Rey, and does not wait for it. | Rey lights her blade, and that is the whole of the conversation.}
      Kylo>+ {any: Good. This he knows how to do. | It is almost restful. | He finds that he had been waiting for the question. It is a nuisance, like a missing stair. | He had an answer ready this time, too. It was a grunt, but he had worked on it. | She is early with it. Something must have happened to somebody. | Nothing to refuse, today. He had not known how much of his time it took up. | He has never minded her blade. It is so much less pointed. | So nobody is going to ask him anything. It is like coming to a shop and finding it shut.}
      Rey>+ {any: If she opens her mouth she will ask. | She has names in it today instead of words, and they are all of the dead. | Not one word. He can see how he likes it. | Today she would like it to hurt, and not to be asked why. | She bites it back, and it tastes like a coin. | She has said it all to the ceiling. The ceiling took it better. | Somebody was carried in last night with a hole in him. She has no questions left over. | She does not trust her voice. Her arm has never yet gone up at the end.}
      world>+ {any: She has a question ready and swings it at him. | | He is relieved, and she can see nothing of it; he is disappointed, and he can see nothing of it either. | He waits for her to say it, with his guard a little open on that side. So she comes in there. | They are both so much happier with something to parry that it is a wonder that nobody is hurt. | Somebody has died on her side, and somebody on his; they do not tell each other the names. | It is not anger. It is what is left in the pan.}
      -> blades
    -> answer

  # S2, S10: he refuses, and picks the refusal that makes her angry, because that is easier to meet than the other thing. S6: or he lets a word in.
  moment answer: Kylo
    * lunge
      +anger "anger is a thing that he knows what to do with"
      +1 "the scar is not for her to look at" if plea is the helmet and shame >= strong
      -1 "he is tired of this" if Rey.asked >= 4
      ~ spent += 1
      ~ Rey.disgust += 1 if plea is his mother
      > {any: He goes for her instead of answering. | His answer is red, and arrives at the height of her ribs. | Three strides, and the talking is over. | He is already moving. The last of her words goes past him and is lost among the stones. | He lunges, the way other people clear their throats. | The mask says nothing. The arm is more forthcoming. | What he has to say to that he says with both arms. | He does not let it get as far as a silence. | The blade comes round before she has shut her mouth.}
      Kylo>+ {any: There. Now there is something to do. | Whatever that was in his chest, it can come along if it keeps up. | He swings at the question. It was in front of her. | {if shame >= strong: The scar burns, and he hits the nearest thing with it. | else: It is a habit more than a temper, by now.} | One thing can be said for it: it leaves no room for the other. | His arm is of the opinion that she has finished. | It is not an answer. It has got him out of rooms before.}
      Rey>+ {any: He might have let her finish. | It was quite a good sentence, too. | He always breathes in first. She has never told him. | Well, he heard it, then. One does not hit what one has not heard. | She steps aside. She has had her weight on that foot since the second word. | It comes from the left. It comes from the left whenever she is right. | He could have stood there and been quiet. She had been ready for quiet.}
      world>+ {any: He does it because {why}. It looks like strength from where she is standing. | She sees rage. It is the only one of his feelings that knows the way out. | He strikes where the words came from. It is the nearest that he can get to touching them. | She thinks that it made him angry. It made him want to sit down. | It is because {why}, if one were to go in and look. All that comes out is the sword. | She parries it, and is a little reassured. She would not have known what to do with a yes. | He is afraid of five or six words, and not one of them was hard.}
    * grunt, and give her nothing
      +2 "her anger is easier to meet than her longing" if seems(Rey.pictures) >= strong
      +1 "she forgets what she came for once she is angry" if seems(Rey.temper) >= strong
      +1 "silence has always been a wall"
      ~ Rey.anger += 1
      ~ Rey.longing -= 1 if Rey.anger is consuming
      ~ anger -= 1
      > {any: A noise comes out of the mask that is not a word in any language. | He grunts. The modulator gives it its full attention. | He says nothing, at length. | He turns the blade in his wrist, once, and waits for her to be finished. | "Hm," says the machine. | There comes out of the grille what might be a syllable, if one were generous. | The mask ticks, the way metal does when it cools. | He looks at a place beside her head. It gets his whole attention. | There is a click, as of somebody who has switched himself on in order to say something, and then a click.}
      Kylo>+ {if seems(Rey.temper) is consuming: {any: There: the anger. He knows his way about in that. | He watches her forget what she came to ask. It is almost a comfort; it is very nearly a pleasure. | Up it comes, and whatever soft thing was behind it goes out like a lamp. Good. He breathes. | She is so much simpler like this, and so is he. | She has gone white about the nose. He could warm his hands at it. | There she goes. It is a pity, and it is a great deal less trouble.} | if seems(Rey.pictures) >= strong: {any: She has him in her head with the eyes much too kind. It will not do. He gives her another grunt, for the eyes. | A picture comes through, a mouth, his, kept the way people keep letters. He grunts at it until it goes. | He would a hundred times rather be hated than be looked at like that by somebody with her eyes shut. | There he is again, in her, done in a kind light, with his collar open. He makes a noise, and jogs her elbow. | What she is thinking is not decent. It is not that there is anything in it; it is how carefully it has been kept.} | else: {any: She goes on standing there, wanting something. He looks past her ear. | He has found that if one gives her nothing for long enough she will bring something of her own. | There is a good deal that he does not say. It is getting crowded. | Nothing is a thing that he can do for hours. He was brought up to it. | He gives her what he was given at that age, when he asked. | If he opens his mouth it will be the wrong thing, or, which is worse, it will not.}}
      Rey>+ {if anger is consuming: {any: It takes her a moment to notice that she no longer wants to see his face. She wants to break it. | Fine, then. Fine. | She had come here with something in her hands and now it is a fist. | What did she want? She wanted to hit him. That must have been it. | There was a face that she wanted to see. She has mislaid it. Her blade has come up. | That does it. She feels it go, like a strap.} | else: {any: It should not sting. It stings. | She could have had this conversation with a door. | One word. She would have settled for a rude one. | She can feel herself getting angry, and she can feel that he can feel it. | She has had more out of rocks. | She waits for the rest of it. That was the rest of it.}}
      world>+ {any: He does it because {why}. | It costs him more than she will ever hear. That is what the modulator is for. | She takes it for contempt. It is what a wall sounds like, holding. | He has found where the handle is, that turns her from one thing into another. He is not proud of it; he does turn it. | She sees a man with nothing to say. He has his teeth shut on it. | It would take one syllable. They both know which, and she believes that he does not. | It is because {why}. From the front, it is a visor.}
    * let her words in
      +longing "he wants to hear the end of the sentence"
      +1 "she has asked so many times" if Rey.asked >= 3
      -1 "the last time he bared himself it made a fool of him"
      ~ walls -= 1
      ~ longing += 1
      ~ faith -= 1 if plea is the Dark
      > {any: He is a beat late with his guard. | The red blade comes down by the width of a hand. It goes back up, but it came down. | He does not move. There is the hum of the two blades and nothing else. | His head turns a little to one side, like someone's who has heard his name in another room. | For the length of two breaths he does nothing whatever with his sword. | His point goes down until it is looking at his own foot. | The blade in his hand goes on humming by itself, like something left switched on in another room. | He shifts his weight, and shifts it back.}
      Kylo>+ {any: One stone comes out of the wall. He can feel the draught. | It is not that he agrees. It is that he heard her, all the way down. | He hears it. He goes on hearing it. | {if plea is his mother: There is a window in him that sticks, too, and it gives. | if plea is the Dark: It is a very small sentence to have got so far in. | else: He puts it away to be dealt with later, and finds that there is a drawer full.} | Just once, he thinks, and lets go of something that he has been holding since he was ten. | It is not any of the words. It is that she took a breath first. | He means to shut it out, and is a moment too slow, and it is in, and looking round.}
      Rey>+ {any: Something gives in him by a finger's width. She feels it the way one feels a step that is not there. | She did not think that it would work. She has no idea what to do next. | There. There! She keeps her face very still, as one does with birds. | For a moment there is that smell of rain. | She has the sense of somebody in the next room who has stopped walking up and down. | He did not hit her. She could make a list of the times that he did not hit her; it is a good short list.}
      world>+ {any: He lets it in because {why}. That is how walls go: they are not broken, they are tired. | Neither of them will mention this. It is the most that has happened all year. | She thinks that she has failed again. She is a little less outside than she was. | She has gone through it like light through a keyhole, and is standing there thinking that the door is shut. | He lets it in because {why}. He would call that a lapse. | What he drops is a stone. What she hears is a man not answering.}
    * tell her whose work the scar is
      if plea is the helmet
      +1 "shame has to go somewhere" if shame is consuming
      +1 "let it be hers for once"
      -2 "it would be telling her that it hurts"
      ~ said = hard
      ~ Rey.guilt += 1
      ~ Rey.disgust += 1
      ~ shame -= 1
      > {any: "You know what is under it," says the machine that he speaks through. "You drew it." | "You have seen it," he says. "You were there. You were holding the other end." | "It is your own work that you want to look at," says the grille. "They are all so vain, artists." | "I keep it covered," says the machine, "so that you may sleep." | "You left a mark," says the mask. "I was not consulted as to where." | "Ask your right hand what is under it," says the machine. "It was there."}
      Kylo>+ {any: It goes in. He watches it go in, and waits to feel better. | It was meant to be hers now. It turns out that there is enough for two. | It is the longest thing that he has said to her since the winter. | {if wound is scarred: It has healed flat, as it happens. He does not tell her that. | else: It throbs, like a thing that has been mentioned.} | He has had it ready since the snow. It has not kept well.}
      Rey>+ {any: She did. In the snow, with both hands. | It lands where he aimed it. | She has been so busy asking to see it that she had forgotten whose it was. | She can feel again how easily it went: like a line under a sum. | He said it quite softly. That is, the machine did. It does not do soft; but it was short of breath.}
      world>+ {any: He says it to wound. It is also the first true thing that he has told her about himself, and the machine flattens both. | She hears the cruelty; that comes through perfectly. | It was going to be a reproach. It is very nearly a confidence. | They have it between them now, like a child: she made it and he has had the keeping of it.}
    * throw her the saber
      if saber is in his hand and not claim
      +3 "it is hers, and he is tired of its weight"
      +longing "it suits her"
      ~ saber = in her hand
      ~ said = plain
      ~ Rey.anger -= 1
      > {any: He unhooks the second saber from his belt and tosses it across, underarm, the way one throws keys. "Yours," says the machine. | "You will want this," he says, and it turns over twice in the air. She catches it without looking; it would not have let her miss. | He lays the old saber on a stone between them, and goes back to where he was, and waits for her to fetch it. "I am not giving it to you," he says. "I am giving it back."}
      Kylo>+ {any: His belt is lighter. He had expected it to feel like losing. | It lights for her at once, blue and clear. It never did that for him; it used to think about it first.}
      Rey>+ {any: It is warm from his belt. She wishes that she had not noticed. | All the fights she has had in her head about this, and none of them ended with his saying yours.}
      world>+ {any: He has let go of something. It made no sound, so neither of them looked up. | It is the first present that anyone has given her. It was hers.}
    * go with her
      if plea is come away and walls is 0 and faith < 2
      is yield
      is obey
      is hide
      +1 "there are two seats"
      > {any: He lowers the blade. He looks at the hill, and at her, and at the hill. "What would we eat?" says the machine. | "Which hill?" says the machine. She points. He puts out his blade, and hangs it on his belt, and does up the clasp, which takes him several tries. Then he walks over to her. "That one," he says. | The red blade goes out. "I get sick," says the machine. "In small ships. You had better know that."}
      Kylo> {any: It is all that he can think of to say. He has said yes, he notices. It was inside the question. | So that is what it comes to, when one adds it all up. It comes to a hill. | He listens for somebody to forbid it. There is only the wind, if that, and a girl with her mouth open.}
      Rey> {any: She does not laugh. If she laughs now it will turn into something else, and she has to fly. | She asked for it, and here it comes, with its clasp done up wrong. She has never been so frightened. | She has to think where she parked. She has thought of nothing but that hill for a month.}
      world> {any: They have each thought of this, in detail, for a year. Neither of them has given a thought to food. | He has not agreed to anything. He has only stopped holding on; and she was pulling. | Behind two hills, two escorts have begun to talk about supper. They will still be talking about it when it is gone.}
      -> ending away
    * say the old name aloud
      if plea is his mother and faith < 2 and walls < 2
      is yield
      is obey
      +1 "someone keeps a room"
      -2 "the dead cannot go home"
      > "Ben," says the machine. It has never had to carry that one before. It breaks on it, and he says it again, to be sure. "Tell her that Ben is —" And then, because there is no end to that sentence that can be sent by messenger: "I will tell her."
      Kylo> {any: It is short, for a name. There was room in it, after all, for someone of his size. | He had thought that it would come out in another voice, higher, with a tooth missing. | It has been lying there all this time. He had only not to step over it.}
      Rey> {any: The voice is the same voice, all gravel and wire. The word gets through it like a hand through a fence. | She has been told that name by his mother, across a table, without a face to it. It goes on to the mask as if it had been cut for that. | She did not ask for the name. She would never have dared.}
      world> {any: Under the mask his lips go on making the shape of it, with no sound, to see whether it still fits. | He says it for his mother. It is Rey who was waiting to hear it, and had not known. | He had been told that there was nobody of that name. It is like being told that a room is empty by somebody who is leaning on the door.}
      -> ending home
    -> blades

  # S7: advantage, fatigue, harm. S9: cold wind on a new scar. S4: the grille can go while the mask holds.
  moment blades
    ~ Kylo.said = unsaid
    > {if Kylo.spent >= 2: {any: It goes on, with less of everybody. | So there is more of it. | They close again, slower. | She meets him, a little late. They are both a little late. | What follows has no form at all. | She gives him room, and then she takes it back.} | else: {any: Then they close. | After that it is only work. | The blades meet, and stay met, and spit. | They begin. | It goes the way it goes. | The first three blows are out of the book. The rest are their own. | Somebody's foot slips, and that is the start of it. | They circle once, for form. | Neither salutes. They have each seen the other think of it. | They are well matched, and have been told so by people who meant other things. | Up the slope, and down it, and up it again. | They have a way of beginning, by now, and they use it. | She tries the left, and he is there; he tries the left, and so is she. | There is a good deal of noise, and then there is more. | It might be a dance, if anyone were leading. | He is stronger and she is sooner. | There are the usual sparks. | Each knows what the other will do, and has to be quick not to help.}}
    -> gust if wind
    -> clash
  moment gust: chance
    * the wind finds his face
      weight 1 + Kylo.wound
      ~ edge -= 1
      ~ Kylo.spent += 1
      ~ Kylo.wound = raw if Kylo.wound is scarred
      >+ {any: A gust comes off the ridge with ice in it, and he flinches as if it had a hand. | For half a breath he is fighting the weather instead of her. | The wind gets between them and takes her part. | He turns his head out of the wind, and she is there when he turns it back. | The cold goes in at some seam of the mask, and his guard drops open like a jaw. | The wind gets up, and he does not, quite. | One gust, no colder than the others, and he has his free hand up to his face before he can stop it. | Snow drives in under his visor; he strikes at where she was. | The wind drops, and picks up again from the other side, and he has his face in it. | His head goes down into his collar, and half of what he can see goes with it.}
      Kylo>+ {any: Straight along the cut. It knows the way. | The mask keeps out everything but the cold. | For a moment there is nothing on the field but his own cheek. | It goes to the new skin at once. It is like being recognised. | He thinks of nothing at all, in one thin line from the brow to the jaw. | It is the same wind that was blowing when she did it. | | }
    * he gets the wind behind him
      weight 4
      >+ {any: {Kylo} has the wind at his back. | They go half round each other, and now it is Rey who has the weather in her face. | It blows. For once it blows past him. | The gusts are all for her today. | It cannot make up its mind, that wind, and takes a little off both of them.}
      Kylo>+ {any: He would not have hidden behind it. It is only that it is there. | He has learnt to look first where it comes from. | He stands with his good side to it. They are both his good side, in here. | }
      Rey>+ {any: Her eyes water. She would like it to be clear that it is the wind. | It is snowing into her collar. He has no collar; he has a lid. | She was brought up on sand. It is the same thing, and colder. | }
    -> clash
  moment clash: chance
    * he drives her back
      weight 4 + Rey.spent
      ~ edge += 1
      ~ Rey.spent += 1
      >+ {any: He drives her back a step, and a step. | His weight is in it now; her heels plough the ground. | He has the reach of her, and he uses all of it. | Her guard holds, and goes down, and is put back up with the other hand. | He comes on like a door that somebody is leaning against. | She is on one knee, and off it again, and it has cost her breath. | He hits her blade so hard that it hits her. | Three blows, all from the same side, like a man splitting wood. | She finds a rock at her back that was not there before. | He bats her point away and is through the gap behind it, all shoulder. | She has to give him the high ground, and he takes it as if it were owing. | | | | He leans, and she has to decide whether to hold the blade or the ground. | She slips on something. He does not wait for her to finish. | He beats her guard down by the width of a hand, and by a hand more. | He has her turning, and the sun or the smoke in her eyes.}
    * she drives him back
      weight 4 + Kylo.spent
      ~ edge -= 1
      ~ Kylo.spent += 1
      >+ {any: She is inside his guard before he has finished having one. | She gives ground, gives ground, and takes it all back at once. | Her blade writes something on the air and he has to read it fast. | She goes under his swing and takes a piece of his coat with her. | She is half his size and seems to be on every side of him. | He steps back to get room, and she has moved into the room. | Sand-country footwork: nothing wasted, nothing announced. He goes back, and back. | She spins, drops, and comes up on the side where he is slow. | He parries where she was. | She has found a rhythm and he is a beat behind in it. | She gets a boot against his knee, and uses the other one. | | | | She feints at his knee and is paid with his shoulder. | He is looking high. She goes in low, like somebody ducking a rope. | He blocks it, and blocks it, and there is one more than he has blocks for. | She drives him round in a half circle, back to where he started, and past it. | Three quick ones, and he has no idea where the third came from.}
    * they trade burns
      weight 3
      ~ Kylo.spent += 1
      ~ Rey.spent += 1
      >+ {any: Cloth smokes. Somebody hisses. It could be either of them. | They each come away with a piece of the other's sleeve. | Both blades find something, and neither finds enough. | Somewhere in it his sleeve is on fire, and then hers is, and then neither is. | There is a smell of singed wool, which is his, and of singed hair, which they share. | What is left of the wrappings on her arms unwinds and goes its own way. | They lock, chest to chest, too close for blades, and use elbows. | They trip over the same root, or the same stone, and go down in one heap, and come up out of it swinging. | For a while it is hard to say whose blood it is. It is not much. | | | They hit each other on the forearm, in the same place, at the same moment, and both say the same word. | Both miss, and both fall over it. | He has a hole in his cloak; she has a stripe on her boot. | For some time the one thing that it is about is breath.}
    * her blade catches the grille
      if modulated and edge is -1
      weight 2
      ~ grille = split
      ~ edge -= 1
      ~ Kylo.spent += 1
      ~ Kylo.wound = raw if Kylo.wound is scarred
      >+ {any: The tip of her blade goes across his mouthpiece, and the next breath that he draws has no machine in it. | Something in the mask cracks and fizzes. He swears, and it is a young man who swears. | Her backstroke takes a corner off the grille. What comes out after that is only air, and a voice. | She clips the front of the helmet. The hiss runs down like a toy; behind it there is somebody panting. | There is a bang, quite a small one, and smoke out of his chin. After that one can hear him breathe. | Her point comes away with a twist of wire on it, and the machine stops in the middle of a growl, and the growl goes on, a good deal higher.}
      Kylo>+ {any: He hears himself, out loud, outdoors. He shuts his mouth. | It is a draught on his lips and nothing else; the mask still holds. He had rather it had been a rib. | No, he thinks. Not that. That is the part that gives it away. | He has sung in that voice. It is no use thinking of it now. | He coughs, to see. It is a cough. | All of a sudden he has to mind how he breathes.}
      Rey>+ {any: She nearly drops her guard. She had forgotten that he has breath. | It is a nice voice. That is the last thing she needs. | She knows that voice. It used to talk to her when she could not sleep. | She had it down as deeper. It is not deep. It has a crack in it, about where one would look for one. | There is somebody in there. She knew that; she could have gone on knowing it. | It is so much harder to hit something that pants.}
      world>+ {any: Now what he feels has a way out, and he has noticed before she has. | The helmet can still hide a scar. It was never the scar that it was best at hiding. | For as long as this fight lasts he will have to be careful what he means. | She had only wanted to shut the thing up. It has never been so easy to hear. | What comes out of the hole is longing, for the most part, and a little smoke. | The voice was there to keep people off. She is leaning in.}
    -> he kneels if edge is -2 and Kylo.spent is 3
    -> she stands over him if edge is -2
    -> he stands over her if edge is 2
    -> they drop if Kylo.spent >= 2 and Rey.spent >= 2
    -> clash

  moment they drop: chance
    * they drop where they are
      weight 18
      ~ Kylo.anger -= 1
      ~ Rey.anger -= 1 if Rey.anger is strong
      > {any: They end on the ground ten paces apart, breathing like bellows, and neither can lift an arm to finish it. | Nobody wins. It takes them both a while to stand up and go on not winning, in different directions. | It ends because there is no more of it. She goes one way on one good leg, and he goes the other on the other. | The blades go out, hers first, his a breath after. They look at each other over the smoke. Then they back away, like people leaving a room where a child has gone to sleep. | Somebody's horn sounds beyond the ridge. It is for one of them. They take it as being for both, and limp off. | She falls, he falls. When he has got himself up on an elbow there is only her ship, climbing. | He sits down. A moment later she does. After a time she gets up and goes, and he lets it be dark before he does the same. | It stops where they both happen to be leaning on the same tree, or stone. They notice. They go off, and do not look to see whether the other is looking. | Her legs give up first, and his while he is watching hers. By the time that anyone can stand, standing is as much as anyone can do. | "Enough," says one of them, and for a long time neither could tell you which. They leave by opposite ends.}
      Kylo>+ {any: Nearly, he thinks. He could not say nearly what. | One more that nobody won. They must have quite a collection. | His hands shake for an hour. It is exertion. | He would have had her. He would have been had. It comes to the same thing and needs the same bandage. | She has mended that sleeve herself. He has seen the stitches now from very near. | He limps until she is out of sight, and then he finds that he was not limping for her. | What he remembers of it is a boot, and some hair. | He ought to have finished it. He makes a note of that, under the others. | There is a part of him that only ever sleeps after one of these. He does not ask which part.}
      Rey>+ {any: Nearly. She thinks it all the way back. | She counts what is burnt: a sleeve, the other sleeve, an eyebrow. | They will ask how it went, and she will say that it did not. | Another inch and it would have been over. She cannot make up her mind which inch. | She has his blood on her cuff, a thumb's worth. She means to wash it out. | She has bitten her tongue. It was to keep from asking again. | Her hands go on fighting for an hour after the rest of her has stopped. | She lies down in the ship with her boots up on the panel and laughs, and it is not about anything. | It comes to the same as the last time, less a sleeve.}
      world>+ {any: Each of them had one swing left, as it happens. Neither had any intention of spending it. | Both will say that the light was going. It was, slowly, as it does. | If somebody had come up with a bucket of water and one cup it would all have turned out differently. | He thinks that she was too tired to kill him. She thinks that he was too tired to kill her. They have both been that tired for a year. | It is put down on both sides as a draw, by people who believe that there was something to win. | Either could tell you to the inch how near it was. Neither has it in the report. | }
      -> end
    * both blades go in
      if Rey.anger is consuming and Kylo.owed toward Rey is 0 and Rey.owed toward Kylo is 0
      weight 1
      > They are too tired to parry, and not too tired to strike. It is very quiet, for what it is: a hiss, and a hiss.
      Kylo> Oh, he thinks. He looks down at it. It is not even her good side.
      Rey> She has time to be surprised, and to be sorry, and to see that he is both.
      -> ending lost

  # S8: he can end it, and finds reasons not to. S16: what she holds is his by claim; he may take it, or let the claim go.
  moment he stands over her: Kylo
    > {any: She is on her back, and the red point stands at the hollow of her throat. | It ends with his boot on her wrist and the red light on the underside of her chin. | She has nothing left to give ground with. She lies where she fell, and he is over her, and the blade is very steady. | He has her. There is a rock behind her, and in front of her there is him. | He knocks her flat, and there she is, and there he is, and the blade hums between them like somebody thinking. | He gets his shoulder under her guard, and she goes over, and his blade is there before she has landed. | She sits down, hard, with her own blade the wrong way round in her hand, and the red one comes and stands in front of her nose. | Her heel turns. That is all it takes, in the end: a heel, and then he is over her.}
    * strike to kill
      is obey
      +anger "he is angry"
      -2 * longing "he would have to go on without her"
      -3 "she let him live once" if owed toward Rey is 1
      -4 "he was never going to"
      > {any: He does not let himself slow down. Slowing down is how it has gone wrong every other time. | It is over before the ash that he kicked up has come down again.}
      Kylo> {any: It is done before he has decided it. He goes on waiting to decide it. | He has been told how it would feel. He waits for that, with his blade still in the ground.}
      Rey> {any: She has time to think that he will be so sorry. | Oh, she thinks, you fool. There is a good deal of her in it, and most of it is fond.}
      -> ending her grave
    * let her live
      +2 "he wants it not to be over"
      +longing "there is a pain in his chest that is not from running"
      +3 "she let him live once" if owed toward Rey is 1
      ~ Rey.owed toward Kylo = 1 if owed toward Rey is 0
      ~ owed toward Rey = 0
      ~ anger -= 1
      > {any: Then the blade is not there any more, and his back is, getting smaller. | "Go and bleed somewhere else," he says, and is the one who goes. | He puts the blade out. He stands a moment longer with the dead hilt in his fist, as if he had forgotten what comes next, and then turns and walks. | "Get up," he says. She does not. He nods, as though that were an answer, and leaves her to see to her own cuts. | He takes a step back, and another. He goes off {if wind: into the blown snow | else: through the long grass} with his shoulders up about his ears. | The blade goes up, and she shuts her eyes. When she opens them he is forty paces off, and walking, and it is out. | "You have left yourself open," he says, "on the right. You always do," and goes. | Nothing comes down. When she gets up on her elbows there is the back of a cloak, with a hole in it.}
      Kylo>+ {any: Swallowing hurts. He blames the collar. | It would be a clean thing to be rid of her. He walks faster. | Something is in his chest that has no business there. He has not even been hit in the chest. | {if Rey.asked >= 3: Now she will go on asking. He is aware of that. He is aware that he has just seen to it. | else: He tells himself that it was not worth the swing.} | She let him live once: that is all it is. It is bookkeeping. He has never kept books in his life. | She had ash on her lashes. It is nothing to do with anything. | He had her, and then he had to be somewhere, at once, on foot. | There will be questions. He thinks of the answer on the way: he was interrupted. By whom? He will have to think of that as well.}
      Kylo recalls> {any: He won that one. He remembers it very well: he won, and then it was later. | He left. He had somewhere to be. | They fought, and he was the one who walked away. He is rather pleased with the phrase. | She slipped. One does not count it when they slip.}
      Rey>+ {any: She waits for it so hard that she is almost angry when it does not come. | She lies there and owes him. It is a filthy feeling. | She sees to her own cuts. They are all shallow. It takes her until dark to think about that. | She has looked along that blade and seen it go away. It was not luck. She does not believe in luck. | He looked at her the whole time. She could feel it through the metal, like a stove. | She is alive, and furious, and cannot find the place to put either. | It had her name on it, that one. She could read it. He has gone off with it.}
      world>+ {any: He does it because {why}. | It is because {why} that he cannot. | | | | } {any: Her own throat is doing exactly what his is. | If anyone had asked him he would have said that it was contempt, and {if modulated: the machine would have backed him up | else: nobody would have believed the voice}. | He has put her in his debt. Neither has the least idea what it will cost. | He was not merciful. He was unable; she will never hear of the difference. | She thinks that he is playing with her. He could not have told you how one plays. | He has disobeyed two people, and one of them was himself. | Each of them puts a hand to the throat, on the way back, to see whether it is still there. Only one had been in danger. | He had been afraid for her. It was his sword, but he had been afraid.}
      -> end
    * take the saber out of her hand
      if saber is in her hand and claim
      +1 "it was always his"
      +1 "she would have to come and get it"
      -longing "it suits her"
      ~ saber = in his hand
      ~ Rey.anger += 1
      ~ Rey.owed toward Kylo = 1 if owed toward Rey is 0
      ~ owed toward Rey = 0
      > {any: He bends, and opens her fingers one by one, and takes the old saber out of them. "Mine," he says{if modulated: , and the machine makes it sound like a part number}. | He puts his boot on the hilt, and draws it away from her hand along the ground, and picks it up. He hangs it on his belt. He has to try twice, because there is no hook there for it. | "That is not yours," he says, and holds out his hand, and the saber tears itself out of hers.}
      >+ {any: He goes without looking back. | He leaves her lying there with her hand still shaped to it. | Then he is gone, with both of them.}
      Kylo>+ {any: His grandfather's, and so his. It is a matter of law, practically. | It has been his in his mind for so long that the thing itself feels like a copy. | It is lighter than he remembers. It hums with its mouth shut. | He has waited for this, and it is a piece of pipe.}
      Rey>+ {any: Her palm feels like a pulled tooth. | She will get it back. She has never owned enough things to lose one quietly. | He could have had her head, and he took that.}
      world>+ {any: A thing can be in one hand and belong in another. He has just found that out from the wrong side. | She will have to come for it. He knows that. He is not examining it.}
      -> end
    * tell her that the saber is hers
      if saber is in her hand and claim
      +longing "it suits her"
      -faith "it ought to go to the one who will use it as it was used"
      -1 "it was always his"
      ~ claim = no
      ~ said = plain
      ~ Rey.owed toward Kylo = 1 if owed toward Rey is 0
      ~ owed toward Rey = 0
      ~ Rey.anger -= 1
      > {any: He looks at the weapon in her hand for some time. "Keep it," he says. "It never once lit like that for me." And he puts out his own, and goes. | "It answers you," he says. He sounds{if modulated: , even through the wire,} like someone reading out a verdict that has gone against him. "Very well. It is yours." He walks away. | He toes the old saber back to her, hilt first. "Yours," he says, and is gone before she can say anything unbearable.}
      Kylo>+ {any: There. He has disinherited himself. It took no longer than a sneeze. | He waits for his grandfather to object. It is quiet on that side. | It is a curious thing to do with an inheritance.}
      Rey>+ {any: She thought that she had it already. It is a different thing to be told. | He does not want it back. What else does he not want? It keeps her up.}
      world>+ {any: It is the only thing that he had from his family and had not broken. | It has been in her hand for years. Only now has it changed hands.}
      -> end
    * hold out his hand
      if longing >= strong
      +longing "he has dreamed of her on this side of it"
      +1 "she has no more than he has, over there"
      -1 "a hand can be refused" if shame >= strong
      -1 "he did that once before"
      > {any: He puts the blade out and holds down a glove to her, open. | The red light goes. "You could come to me," he says. "Nobody ever thinks of that." There is a black glove in front of her, palm up. | He goes down on one knee beside her, which brings the visor level with her eyes, and offers her his hand.}
      Kylo>+ {any: It is quite steady. He is proud of it. He looks at it as if it belonged to somebody braver. | He knows what they say of him. He would like to show her the other thing, and this is the whole of what he knows how to do. | He has not offered it to anyone else. He wonders whether that is in any way visible.}
      Rey>+ {any: Oh, she thinks, don't. It is so much easier from the other side of a sword. | She has imagined this. It was warmer, and nobody was bleeding. | It is only a glove. She can see the seams. He mends them himself, badly.}
      -> hand

  moment hand: Rey
    * take it, and stay with him
      +2 * longing "she is tired of being alone on the right side of things"
      -2 "she would not know herself"
      +1 "she has gone hoarse with asking, and this too is an answer" if asked is 4
      -2 "his is still a red blade"
      > {any: Her fingers close. Her other hand opens, and lets go of what it was holding. It is very quiet. | Rey looks at the glove. She takes off her own, what there is of it, and puts her hand in his, and her blade goes out by itself.}
      Kylo> {any: He had prepared a speech for when she refused. He has nothing at all for this. | He closes his hand, one finger at a time, in case it should be a mistake. He has not been so happy since he was seven, and it frightens him out of his wits.}
      Rey> {any: She expected to feel herself falling. It is more like sitting down. | It is so easy. She looks round for the hard part; it must be somewhere behind her.}
      world> {any: Each of them thinks that the other has won. | She is holding on to somebody who was on the point of letting go. In a day or two he will believe that he had meant to win.}
      -> ending throne
    * take it to get up, and let go
      +1 "he let her live"
      +longing "it is warm"
      ~ owed toward Kylo = 1 if Kylo.owed toward Rey is 0
      ~ Kylo.owed toward Rey = 0
      ~ Rey.longing += 1
      ~ Kylo.longing += 1
      ~ Kylo.faith -= 1
      > {any: She lets herself be pulled to her feet. She lets go one finger later than she has to. Then she walks to her ship, and neither of them says anything about it. | She takes hold, and comes up, and they are standing too close to fight. "Thank you," says Rey, as one says it to a banister, and goes. | She uses it to stand on her own feet, and looks at it, and gives it back to him. She goes off through the {place} rubbing her palm.}
      Kylo>+ {any: He keeps the glove on until the next morning. He finds reasons. | So that is what it weighs. | It was not a yes. He has taken it out and looked at it several times, and it was not entirely a no.}
      Rey>+ {any: It was warm. She would have liked it not to be warm. | She can still feel where each of his fingers stopped. | Manners, she tells herself. She was not raised to have any.}
      Rey denies> {any: She looks at the hand for some time before she washes it. | She had hold of it for longer than it takes to stand up. It takes hardly any time to stand up.}
      world>+ {any: He thinks that she pitied him. She thinks that he noticed. | That is the longest that either has been touched by anyone in a year, if one leaves out fists.}
      -> end
    * slap it away
      +anger "she is angry"
      +1 "it is a glove, and what is in it has killed people"
      ~ Kylo.anger += 1
      ~ Kylo.walls += 1
      ~ owed toward Kylo = 1 if Kylo.owed toward Rey is 0
      ~ Kylo.owed toward Rey = 0
      > {any: The sound of it carries. Somewhere a bird gets up. She is on her feet by herself, and then she is gone by herself. | She knocks it aside and rolls and is up and running before he has closed the fingers. | "Don't," says Rey. That is all. She gets up without it, a knee at a time, and leaves him there with it held out. | Rey looks at it. Then she hits it, with the flat of her own, hard, as one hits a dog off a table; and goes.}
      Kylo>+ {any: He looks at the hand. He puts it away somewhere. | Well. Now it has been refused. He had wondered what it would be like and it is exactly like that. | He puts two stones back in the wall before she is out of sight.}
      Rey>+ {any: It is his sword hand. She had to. She goes on having had to all the way home. | Her fingers sting. She puts them in her mouth like a child. | If she had taken it she would not have let go. That is nobody's business.}
      world>+ {any: From the outside it was disgust. From the inside it was a near thing. | He hears no. What she said was: not like this.}
      -> end

  # S8, S11: she can end it; she repays, or spits, or waits. S4: if the grille is gone she hears him, and it weighs.
  moment she stands over him: Rey
    > {any: He goes down, and does not get up in time. | Then his legs go, and he is flat, and her blade is where his throat is. | It ends with him on his back and the light of her blade all over the front of the mask. | She hooks his heel, and all that height comes down at once. She is standing over it. | She beats his blade flat to the ground, and him after it, and hers is the one that comes up. | He has run out of field. The next thing behind him is a bank, and he goes down on that, and she is there. | It is a small thing, a root, a stone, a bit of somebody's engine, and he is on his back over it with a light in his eyes.} {if modulated: {any: The mask hisses, in and out. | The visor looks up at her and shows her herself, small. | | The thing on his head goes on breathing, as though nothing were the matter. | } | else: {any: She can hear every breath that he takes. | Through the split grille there comes a sound like somebody who has been running for years. | | He swallows, and it can be heard. | }}
    * strike to kill
      is kill
      +2 * anger "she is angry"
      +1 "he would do it to her" if seems(Kylo.anger) is consuming
      -2 * longing "she would see his face after all"
      -4 "it would not be her any more"
      > {any: Righteousness is very bright, and it has no edges. She brings it down. | There is nobody there for a moment, only a light and two arms. It comes down.}
      Kylo> {any: He does not put up an arm. He sees that he is not going to, and it interests him. | So it is to be like this. He had thought that he would mind, and looks for the place where he would.}
      Rey> {if seems(Kylo.anger) is consuming: There was such rage coming out of that mask. One could not have let it get up. | else: There is no reason in it. There was one a moment ago, and she will spend her life looking for it.}
      world> {if Kylo.shame is consuming and modulated: It was not rage. It was shame, and the machine had no other voice to put it in. | else: Another breath and she would have thought better of it. Another breath was what he was drawing.}
      -> ending his grave
    * let him live
      +1 "she comes back to herself"
      +3 "he let her live once" if owed toward Kylo is 1
      -1 "he would do it to her" if seems(Kylo.anger) is consuming
      ~ Kylo.owed toward Rey = 1 if owed toward Kylo is 0
      ~ owed toward Kylo = 0
      ~ anger -= 1
      > {any: Her blade stops a hand's breadth from ending the whole story. It stays there, shaking. Then it goes up, and away. | She has to take hold of her own wrist to stop it. | He looks up the length of her blade, and she looks down it, and it is she who blinks. | The blade comes down, and goes into the ground beside his ear, and stands there smoking. Rey is breathing as though she had run up a stair. | She draws back for it. She draws back further. At the far end of the swing something lets go of her arm. | Rey shouts something that is not a word, and the blade goes by him, and takes the top off a tussock. | The blade is on its way when she sees what it is on its way to. It goes wide. There is a groove in the ground now, as long as an arm.}
      Kylo>+ {any: He had got quite used to the idea. | He has been at the door, with his hand on it, and somebody has called him back in to say that he has dropped a glove. | The hum goes away from his ear. What is left is his own blood, going round and round with nothing to do. | There is nothing as loud as a thing that does not happen. | He has his eyes shut. He would like to know since when. | He had begun to draw up a list of what he would not have to do tomorrow. | She has let him off. He lies there and is let off. It is like lying in the rain.}
      Kylo recalls> {any: He remembers the blade beside his head, and the smell of burnt ground. He does not remember being glad. | That one he has clear: she could have, and she did not, and the sky behind her was all one colour. | There was a light, and then it went by. He lay there. He has been asked what he felt, and has said: the ground.}
      Rey>+ {if was(owed toward Kylo) is 1: {any: He let her live. So he lives. It is the only kind of arithmetic she trusts. | That is that paid, then. She had thought it would feel lighter. | One for one. She has always settled up; on Jakku it was that or not eat. | She owed him that. She does not owe him the shaking. | There. Nobody can say that she does not give back what she was lent.} | else: {any: That was not her, the one with the arms raised. She knows her, though. They have met. | She had been somewhere very bright, where it was all quite simple. It is good to be back in the muddle. | Nobody made her stop. She holds on to that. | She can do it. She had always wondered, and now she will always know. | It was very close. It was so close that she has been there, and come home.}}
      world>+ {any: She does it because {why}. | | | | } {any: He would have forgiven her the other thing more easily. | It is a strange thing to have in common, not having killed each other. They have it in common now. | She believes that he is disappointed. She is not far out. | {if modulated: What she takes for a machine's calm, down there, is a man who has forgotten how one breathes in. | else: She can hear that he is afraid. She takes it for breath.} | Neither will tell anyone. It is the sort of thing for which one is shot, on either side. | }
      -> after mercy
    * spit at his feet
      +1 "he does not deserve the clean end"
      +anger "she is angry"
      -longing "it is not what she wants to do with her mouth"
      ~ Kylo.shame += 1
      ~ Kylo.walls += 1
      ~ Kylo.longing -= 1
      ~ anger -= 1
      > {any: She spits. It lands between his boots. Then she shows him her back, all of it, unguarded, the whole way across the {place}. | She looks for something to throw at him and there is nothing there, so she spits, and goes. | Rey thinks about it. Then she turns her head and spits, quite neatly, an inch from his foot, and walks away. | "There," says Rey, and spits on the ground in front of him. "That's yours. You can keep it." She does not hurry, going. | Rey's mouth works. What comes out of it is not a word. It lands on the toe of his boot, where it shines. She goes. | She spits, and misses, and looks at where it has gone, and turns her back on the two of them.}
      Kylo>+ {any: He has been shot and it was less than this. | He looks at the wet place on the ground for longer than he would look at a wound. | The blade would have been a kind of attention. | There it is. He had always known that she had it in her, and had gone on hoping that it was for other people. | He had been ready for the blade. Nobody is ready for that. | It is drying already. He would not have thought that one could watch that. | He has people who would have her shot for it. He finds that he would have them shot.}
      Kylo recalls> {any: She went. He has an idea that the ground was wet. | It ended somehow. They mostly do. | Something was said, of a kind. It was not in words, and so he need not repeat it.}
      Rey>+ {any: It is disgusting. She learned it from traders. It works. | It made her feel better as far as the ship. | She did not look to see whether it had hurt. There is nothing to see, on that thing. | Her mouth is dry for hours. | One does that to a thing. She had wanted him to know which it was that she was talking to. | She is shaking by the time she gets to the ramp. It is only that she had so little water.}
      Rey recalls> {any: She won that one, and left. It was quite dignified, as she remembers it. | She said something to him, in parting. She has forgotten what; it was short. | There was sand in her mouth. Anybody would have.}
      world>+ {any: She has cut him open before, and did less harm. | She thinks that nothing gets through the mask. That did. | It will be weeks before he can think of her mouth without flinching; he will do it all the same. | She was aiming at the mask. It went in above the collar. | He has been told all his life that it would come to this, and by whom. They had the wrong girl in mind, that is all.}
      -> end
    * take the saber back
      if saber is in his hand
      +2 "it is hers"
      ~ saber = in her hand
      ~ Kylo.owed toward Rey = 1 if owed toward Kylo is 0
      ~ owed toward Kylo = 0
      > {any: She bends and unhooks the old saber from his belt. It jumps the last inch into her palm. She steps back with one blade in each hand, and puts them both out, and leaves him lying there. | "I'll have that," says Rey. She takes back what is hers, and gives him a look that goes in at the visor and does not come out, and goes. | Her hand is out before she has thought of it, and the saber comes off his hip, clip and all. It lights itself. She turns and walks off under it as under a lamp.}
      Kylo>+ {if claim: {any: It goes to her like a dog that has been minded by somebody else. It is still his. He says so, to the sky. | His. It is only that she is holding it. | It is his, it is his; it did not even hesitate.} | else: {any: Good. It was keeping him awake. | His belt is the right weight again.}}
      Rey>+ {any: There you are, she tells it. There you are. | She did not know how crooked she had been walking. | She could have had his life, and took this, and it feels like the better bargain.}
      world>+ {any: It takes her a day to see that he had hung it where she could reach it. It takes him longer. | | Either of them might have had something else of the other's, just then. She took the saber, and he let her. | She takes it for a victory, and he takes it for a loss. The saber is hanging straight for the first time in a month.}
      -> end
    * wait, with the blade up
      +1 "she has asked, and the next word is his"
      +longing "she can wait"
      -anger "waiting is for people who are not angry"
      > {any: She stands over him with the light held high, and does nothing with it. | Rey does not strike and does not step back. She keeps the blade up and her eyes on the visor. | The blade stays where it is. "Well?" says Rey. | She has him, and she stays as she is. Her arm begins to shake a little, and she lets it. "I'm still here," she says.}
      Kylo>+ {any: He knows that stance. The last time, there was snow. | She could stand like that until the suns burn out. She has had the practice. | There are only so many things that one can do lying down.}
      Rey>+ {any: She waits. She is good at it; she was raised on waiting. | There were scratches on a wall, once, one for each day. She could start another wall. | It is all said. If she opens her mouth again it will only be to say it again.}
      world>+ {any: He would rather that she struck. She would rather that he spoke. They give each other all the time in the world. | It is the longest that either of them has looked at the other without hitting anything. | She thinks that she is giving him a chance. It is a good deal more like being looked for. | }
      -> he kneels

  # S8, S11: mercy first; then her hands, his panic, her fury, and the smallest and worst thing that she can do.
  moment after mercy: Rey
    * go before she thinks again
      +1 "she does not trust her arm"
      ~ spent += 1
      > {any: Then she goes, quickly, before the other one comes back. | "We're even," says Rey. She is halfway across the {place} before she adds anything to it, and by then it is out of earshot. | "Go home, {Kylo}," she says, and is the one who does. | She leaves him there. She walks backwards for the first thirty paces. | "Don't get up," says Rey, and goes, as if out of a sickroom.}
      Kylo>+ {any: He lies and looks at the sky until it has been there long enough. | He will have to get up now and go on with everything. | He listens for her ship. He says that it is for his own safety.}
      Rey>+ {any: Her knees hold as far as the ramp. | She does not tell anyone. There is no form for it. | She has both hands on the controls before they begin.}
      world>+ {any: They will each sleep tonight, and be ashamed of it. | | | She goes so as not to kill him. He thinks that it is so as not to look at him. | He puts his hand, when she has gone, on the place where her blade went in. It is still warm.}
      -> end
    * bend down to take the helmet off
      +longing "she only has to bend"
      +1 "she has asked, and asked" if asked >= 3
      -1 "he is not a box to be opened"
      > {any: "Throw it away," says Rey. Her voice is not steady. "Or I'll do it for you." She bends, and puts her hands to the sides of his head. | She is still out of breath when she crouches down and feels along the edge of the mask for the catch. | "Hold still," says Rey, as if there were a wasp on him. She reaches down with both hands. | She hangs the blade on her belt, and takes hold of the helmet where his ears would be.}
      Kylo>+ {any: There are hands on it. There are hands on it, from outside. | She knows where the catches are. She has looked it up; she has gone and looked it up. | His whole head rings like something knocked on. | He can hear her fingers. He can hear them from the inside. | No. No, no. There was to have been some warning.}
      Rey>+ {any: It is warm. Nobody said that it would be warm. | Her fingers find a catch, and it is only a catch, like any other. She has opened ten thousand of those for a quarter portion. | She will be quick, the way one is quick with a splinter. | If he says no she will stop. She is listening for it. She is not listening very hard.}
      world>+ {any: She is taking off a thing that stands between them. He is being skinned. | This she takes for tenderness. It has a knee on his chest. | She is being gentle. To somebody with no skin it is all one.}
      -> her hands

  moment her hands: Kylo
    * lash out
      is hide
      +3 "nobody touches it"
      -longing "her hands are shaking too"
      ~ Rey.anger = consuming
      ~ spent = 3
      > {any: His arm comes up out of nowhere and takes her across the jaw. | He hits her. It is not a swordsman's blow. It is the kind that one lands with one's eyes shut. | He throws her off with everything that he has left, arms, knees, the Force, and something in the air goes off like a slammed door. She lands three paces away, on her back. | There is a crack. It is his elbow, and it is her mouth. She is on the ground before either of them can have known.}
      Kylo>+ {any: It was not him. It was the arm. It has always been very loyal. | He has it on. He puts both palms against it to make certain. It is on. | He had not known that there was anything left to hit with. | He is quite alone in there. He counts the catches: one, two. They are both shut.}
      Rey>+ {any: There is blood in her mouth. Up to a second ago she had been sorry for him. | She had just let him live. She had just, this minute, let him live. | She had been as careful as she knew how. She had been thinking how careful she was.}
      world>+ {any: She felt a blow. It was a flinch, with a grown man's weight behind it. | Nobody has touched his face since the droids. He had no way of knowing that it would be like that.}
      -> her fury
    * let her
      if walls < 2
      is hide
      is yield
      +1 "it would be her doing and not his"
      -1 "she would despise him" if seems(Rey.disgust) >= strong
      ~ helmet = in her hands
      ~ eyes = down
      ~ hush = yes
      ~ wound = scarred
      ~ saber = on the ground
      ~ owed toward Rey = 0
      ~ Rey.owed toward Kylo = 0
      ~ Rey.asked = 4
      ~ Rey.guilt += 1
      > {first: {any: He gets his knees under him, as far as she lets him, and holds still. The seals let go with a sigh, one, two, and then there is air on his face, and his hair is stuck to it, and he turns it away. | His hands come up to stop her, and close round her wrists, and stay there, stopping nothing. He gets as far as his knees. It comes off over his ears with both of them holding on. | He makes a sound, and she waits, and he does not make another. Then he is sitting back on his heels with his head bare and bent, and she has the helmet by the jaw.} | then: He stops pushing. He gets as far as his knees, with her hands going with him, and waits. There is a click, and a click, and a hiss; the helmet comes up and away, and he turns his bare face to one side, quickly, like somebody caught by a lamp.} {any: Her saber slides off into the {underfoot}, and neither of them looks. | Somewhere beside them her saber has gone down in the {underfoot}. | The saber lies where it has dropped, and nobody wants it.}
      Kylo> {first: {any: He looks at the ground beside her knee. If he does not see it, it will not have happened yet. | It is done, and he did not do it. He holds on to that, it being the one thing within reach. | He knows the ground here. He goes on knowing it, one blade of grass after another, or whatever that is.} | then: There is a stone, with moss on it or rust. He gives it the whole of his attention.}
      Rey> {first: {any: It comes up over his chin, his mouth, his nose. It is like lifting the lid from something on the stove and being afraid of the steam. | There is an ear. There is a whole person in it. She has to put out a hand to keep her balance. | She had been going to say something. His hair is all on end.} | then: She does it more slowly this time. His ear is red where the rim has been. It is the ear that does for her.}
      Kylo recalls> {any: Somebody's hands. He has no more than that. He remembers thinking that they were small, for the size of what they were doing. | There were hands, and he did not stop them. It is the second half of that which he has left out wherever he could.}
      world> {first: {any: It has taken her all this while to see that he can be opened, and it will take her the next minute to see that she should have waited to be asked. | She thinks that she has taken it from him. He could have broken both her arms. It has been given, and neither of them has noticed.} | then: Neither of them breathes. Either might still have stopped it, with a word, and each is leaving the word to the other.}
      -> the bond speaks

  moment her fury: Rey
    * strike to kill
      is kill
      +3 "she is past asking"
      -longing "she would see his face after all"
      -3 "it would not be her any more"
      > {any: There is blood in her mouth and nothing in her head. She gets up, and brings the blade down. | She does not remember getting up. The blade is lit, and the hand round it is slippery, and it comes down.}
      Kylo> {any: It has not moved, he thinks. It stayed on. He is holding it with both hands, and it stayed on. | There was something that he should have explained. It was about the hands.}
      Rey> {any: It is only when it has gone quiet that she hears what she has been shouting. It was please. | She hits him for hitting her. Somewhere in the middle it turns out that he is not doing it back.}
      world> He died of not being looked at, and she of looking. She will be a good while longer about it.
      -> ending his grave
    * spit at his feet
      +3 "he does not deserve the clean end"
      +longing "she wants it to hurt him as it hurts her"
      ~ Kylo.shame += 1
      ~ Kylo.walls += 1
      ~ Kylo.longing -= 1
      ~ anger -= 1
      > {any: She gets up. She looks for the worst thing that she can do to him, and finds that it is small. She spits at his feet and goes. | The blade comes round, and stops, and goes out. "No," says Rey. "You're not getting that." She spits. It is pink. She walks off without once looking back. | Rey wipes her mouth and looks at what is on her hand. What is left of it she spits out in front of his boots, and turns round, and walks away. | Rey stands there with the blade in her hand until it stops meaning anything. Then she turns her head and spits at his boots, red, and goes.}
      Kylo>+ {any: He goes on waiting for the other thing, the quick one. It does not come. He has been left this instead. | To be killed by her would have been a sort of conversation. | He would like her to come back and finish it. He lies there and composes the order. | It is hardly anything. It is on the ground, not even on him. He cannot think why he should not be able to breathe. | He would take it back, the arm, all of it. There is nobody there by then to take it back to.}
      Kylo denies> {first: He tries afterwards to work out why that should be the one that hurts. He is still working on it when it gets dark. | then: It is a long walk to the ship, with nobody to look tall for.}
      Rey>+ {any: She is not going to cry in front of that thing. She gets as far as the ship. | So much for righteousness. It was never going to fit her in the shoulders. | Her jaw aches, and she is glad of the jaw. It gives the rest something to be called. | It did him no harm at all. It could not have; and she hopes so hard that it did.}
      Rey recalls> {any: He hit her, and she left. She was perfectly calm. | She remembers the taste, and a long walk. She has decided not to remember what came between. | She has a small scar on the inside of the lip. If she is asked she says: a valve.}
      world>+ {any: She did not kill him; she did the other thing. Each of them would tell you that it was the other who began. | She takes it that there is nothing in there to be hurt. He takes it that she looked in and saw just that. | If he had put up his hand she would have stopped. If she had stopped he would have put up his hand.}
      -> end
    * walk away with her mouth bleeding
      +1 "there is nothing here to win"
      -anger "she is angry"
      ~ longing -= 1
      > {any: She sits where she landed for as long as it takes to breathe twice. She picks up her blade, and goes. | "All right," says Rey thickly. "All right. Keep it on." She goes with the back of her hand against her mouth. | Rey gets up, in sections. She looks at him as one looks at a burnt house, and leaves.}
      Kylo>+ {any: He would say something if there were {if modulated: anything in the machine | else: any word} for it. | Nobody won that either, but he is the only one who did it. | She did not even slam anything. He lies and waits for it.}
      Rey>+ {any: She has no anger left. She reaches for it, and it is like reaching for a rail in the dark. | That is that. She will stop. She makes up her mind to stop; she has made it up before. | He has frightened her. She did not know that he could.}
      world>+ {any: If she had only shouted he would have known where he was. | That frightened both of them more than the swords. | He thinks that she is done with him. So does she, as far as the ship.}
      -> end

  # S13: yielding. Nobody takes it from him. S3, S4: the face is bare, and so is the voice; what was anger in the machine is shame again.
  moment he kneels: Kylo
    > {any: He gets as far as his knees, and no farther. | He is on his knees. His arms hang. His blade has gone out by itself, or he has let it. | He has got one knee under him and then the other, and there it stops. | It takes him three breaths to kneel. There is nothing left to stand up with. | He comes up as far as his knees, like something being hoisted, and there whoever it was lets go of the rope. | He kneels. It is not a bow. It is as far as he will go.} {any: She is over him with her blade raised, as she was once in the snow. | Rey stands with her blade up beside her ear, and waits. | She does not strike. The light of her blade is on the front of the mask. | The blade hums. Somewhere a cinder settles. | She could finish it from there. She looks as though she were trying to remember what it was. | There is her blade, and there is his head, and there is about an arm's length of evening between them.}
    * take it off, and throw it at her feet
      is hide
      is yield
      +1 "she has asked so often that it has worn a path" if Rey.asked >= 4
      +2 "there is nothing left to hold it on with" if spent is 3
      -1 "she would despise him" if seems(Rey.disgust) >= strong
      -1 "she has hardly asked" if Rey.asked < 3
      ~ helmet = at her feet
      ~ eyes = down
      ~ hush = yes
      ~ wound = scarred
      ~ saber = in her hand
      ~ owed toward Rey = 0
      ~ Rey.owed toward Kylo = 0
      ~ Rey.asked = 4
      > {any: He puts up both hands. The seals give, and there is a thin failing note, like a kettle taken off too soon. Then he throws it. It rolls, and knocks against the toe of her boot. "There," he says, in his own voice. "Is that what you wanted?" | His hands come up. For a moment he seems to be holding his head on; then the thing opens, hissing, and he drags it off by the jaw and slings it at her feet. "There. Look. Have it." It is an ordinary voice, and hoarse. | The helmet comes off with a noise like a breath let out in church. He does not set it down; he flings it. "Enjoy it," he says to the ground. | For a while there is only his breath. "You want it," he says. There is a click on either side, and a hiss, and then a thing like a head comes bouncing over to her across the ground. "Take it, then," says somebody hoarse. "Take a good look." | He bends until the front of the helmet is almost in the dirt, and pulls it off backwards over his head, as a boy does with a shirt. He does not look where he throws it. It fetches up against her foot. "That is all there is," he says.} {if was(saber) is in his hand: {any: Then he has her saber off his belt, and that comes after it. | He feels along his belt, and the old saber goes the same way. "And that." | The saber comes last, end over end, and lands where she can reach it.}}
      Kylo>+ {any: That hiss has always meant that he was safe. It had not occurred to him that it was the same hiss in both directions. | The air is enormous. He had forgotten how much of it there is, and that it touches one. | He is burning, from the collar to the hair. It must be visible from orbit. | He threw it. Nobody can say that he put it down. | It is done before he has finished deciding. His head weighs nothing; it might go up like a lamp. | There is a wind, or there is only air, and it goes in everywhere: the ears, the teeth.} {any: He fixes on her left boot. | He looks at her boots, and picks the left. | There are two boots in front of him. He gives the left one all he has. | He keeps his eyes where the ground is, and her left boot on it.} {if seems(Rey.disgust) >= strong: {any: He knows what is on her face. He need not see it as well. | There is disgust up there; he can do the lip, the nostrils, from memory. He learns the stitching instead. | It is a very small boot to be at the bottom of so much contempt. | He has drawn that face often enough, up there, with the mouth going down at the ends.} | else: {any: It has been resoled. It is something to look at. | He looks at the ground from habit. | There is mud on it. It might be anybody's mud.}}
      Kylo recalls> {any: The sun was on the visor. It lay there on the {if place is meadow: moss | else: ground} and looked pleased with itself. That is what he has kept of it: the visor, and the light. | He took it off. He is clear about that: he took it off; nobody took it. | There were boots. Small ones, with one lace that did not match. | It made a noise when it came off. He has heard it every day of his life since then, and it has never been that one.}
      Rey>+ {any: He is younger than his voice. She had this moment ready, and it goes out of her like water. | She has won. She waits to feel it. | So that is where he was. All that noise, and it was coming from somebody with his hair in his eyes. | It lies against her foot, still warm, staring at the sky. She asked for it by name. | Oh, she thinks, put it on again. Then she is ashamed of that. | It is only him. She has waited for months to see something, and it is only him.}
      world>+ {any: The machine would have called it rage. With nothing in front of it, it is only what it is, and it is all over his face. | He has given her the thing she has been asking for. What she was asking for was still inside it. | He thinks that he is showing her a scar. She has not got as far as the scar; she is still at his hair. | He throws it as one throws a stone. She is hit.}
      -> silence
    * stay down and say nothing
      +1 "she will get tired of looking"
      +1 "let the mask do it" if shame is consuming
      ~ Rey.anger += 1
      > {any: He stays on his knees and gives her the visor to look at. It gives her back herself, small. In the end it is she who goes. | He kneels there like something put up by the side of a road. She holds out for longer than she will admit; then she throws a handful of dirt at it, and leaves. | Nothing happens. It goes on happening. Then her blade goes out, and she walks away, and he is still there. | He bows his head, and the front of the helmet goes dark. "You're impossible," says Rey to the top of it. Her steps go off through the {place}. | He does not do anything. She lowers the blade until it is in front of the eyepiece, and he lets it hum there. At last she says, "You would, wouldn't you. You'd kneel there until you died," and goes to find her ship. | She counts aloud, as far as ten. At ten she looks at him, and says, "Eleven," and puts out her blade, and goes.}
      Kylo>+ {any: It is a good mask. It has never once asked him how he was. | He hears her go. It takes the whole {place} to do it. | He stays on his knees some time after that. There is no one to get up for. | It would have been one movement. Both hands, up. He has practised it. | He had the word ready, too. It was: wait. | His knees are wet through. He has no feeling about it.}
      Kylo recalls> {any: She gave up that day. He remembers it as having won. | He was resting. | He knelt because he had to. He stayed there because he liked the view.}
      Rey>+ {any: She could outwait anything in the desert. It is humiliating. | Her arm gives out first. That is all it was. | Next time she will bring a can opener. | He would rather kneel to her than look at her. She turns that over all the way back, and it has no right side. | It had its face up to her like a bowl. She does not know what one puts in it.}
      world>+ {any: He stays where he is because {why}. She would have waited another minute, if she had known what the minute was for. | His hands were halfway up. There was dust in the air; she did not see. | | She thinks that it is pride. It is about as much like pride as a hole is like a hill. | He was waiting for her to ask once more. She was waiting not to have to.}
      -> end
    * get up
      if spent < 3
      +1 "he is not finished"
      +anger "he is angry"
      ~ spent = 3
      > {any: He gets up. It takes two tries. | The red blade comes on again, close to the ground, and then it is not close to the ground. | He comes up off his knees under her guard, all shoulder. | "No," says {Kylo}, and stands. | He puts one hand on the ground, and after that there is a good deal of him again.}
      Kylo>+ {any: There is always one more in there, if one does not ask what it is made of. | Not today. He has been thinking that he may say it one day when it is not true. | His legs have done it. He follows them up.}
      Rey>+ {any: She lets him. She is not sure why, and there is no time to be. | Oh, well done, she thinks, before she can stop it. | She might have put a foot on his shoulder. It comes to her when he is standing.}
      world>+ {any: It was nearly today. Neither of them knows how near. | | She let him get up, and he let her let him. They go on as if it had been a stumble.}
      -> once more

  moment once more: chance
    * he comes up under her guard
      weight 3
      >+ {any: The rush of it carries them both some way, and when it stops it is she who is lying down. | The hilt takes her under the ribs; she sits, and then she lies. | He has a shoulder in her belt before she has her blade round. They go over, and he is the one on top of it.}
      Kylo>+ {any: He had not known that he was going to do that. | There was that in it, too, then. | }
      Rey>+ {any: She was looking at his hands. It was the knees. | It serves her right, for being sorry. | }
      -> he stands over her
    * neither has another in them
      weight 5
      >+ {any: They go round each other once, and then it is only standing. | She swings, and he swings, and there is nothing between the two but air and good manners. | He gets one blow out of it, and she gets one, and both of them have to look for where it went.}
      world>+ {any: He was not finished, and he is now. | It is for show, and there is nobody to show it to. | }
      -> they drop

  # S14: she has what she wanted. What she feels about it is not what he is sure of.
  moment silence: Rey
    * pick it up, and come to him
      +2 "she did not think that it would look like this"
      +1 "she has never seen anyone so ashamed" if seems(Kylo.hurt) >= strong
      +guilt "she did this to him"
      +longing "he is right there"
      -anger "he has earned it"
      ~ helmet = in her hands
      ~ saber = on the ground
      ~ guilt += 2
      ~ anger = none
      > {any: For a long time nothing moves but the light. Then her blade goes out, and is let fall in the {underfoot}. She stoops for the helmet, and comes to him with it held in front of her in both hands, setting down each foot as if something there were asleep. | Her arms come down. The saber drops beside her in the {underfoot}, and she does not look where. She lifts the helmet by its edges, as one lifts a bowl that is too full, and carries it across to him one step at a time. | Rey opens her hand, and the saber goes into the {underfoot} with no noise at all. She crouches. She turns the helmet the right way up before she picks it up. It is four steps to him and she takes a good while over every one of them. | She looks at him, and at what has come to rest against her boot. She puts the saber down in the {underfoot}, as one puts down a bag, and picks up the other thing instead, and brings it to him against her chest.}
      Kylo recalls> {any: There was a field. It was cold, though the sun was out. He has the sound of somebody's breathing, close to, and quick; the rest has gauze over it, and when he tries to draw it aside it is gauze all the way through. | She walked. It is like something seen through a bandage. He has gone back to it with a good light and it is no better. | There is a hole in the day there, about four steps long.}
      Kylo>+ {any: The boots come nearer, left and then right. He counts them. He would know them anywhere now. | She is bringing it back to hit him with, perhaps. It is the right weight. | The bond is as quiet as a house where someone is listening. Nothing, nothing, nothing. He had not known how much it usually said. | Left, right. They are in no hurry. He would have thought that contempt would be quicker. | He has time to hope that she will say it in one word.}
      Rey>+ {any: The saber is somewhere behind her. She does not remember putting it down. | She needs both hands for this.} {any: It is padded inside. Nobody ever thinks of that. The padding has worn through at the left temple, where it must rub. | It was a thing that she was going to win. Here it is, and it weighs about as much as a child's head. | There is the scar. She looks at it all the way across, so as not to have got away with anything. | She thinks of everything that she has said to this. It never answered, and she had taken that for an answer. | Four steps. There were four steps in it, all that time.}
      world>+ {any: He is waiting for disgust. What is coming across the {place} is guilt, and it is carrying his helmet. | To him each step says: so that is what you are. To her each step says: so that is what I did. | He has put himself at her mercy. She would give a great deal to be at somebody's.} {any: They have never been so close together, or so wrong. | | }
      -> the bond speaks
    * turn away without a word
      +1 "she got what she asked for, and it is unbearable"
      +disgust "she cannot look at it"
      +anger "he has earned it"
      -longing "he is right there"
      ~ helmet = worn
      ~ Kylo.shame = consuming
      ~ Kylo.walls = 2
      ~ Kylo.wound = raw
      > {any: She looks, once. Her mouth opens, and nothing comes out of it. She turns and is gone across the {place}, at something that is nearly a run, and he crawls to the helmet by himself. | Rey makes a sound. She puts the back of her hand to her mouth; then there is only her back. After a while he reaches out for the helmet and puts it on where he kneels. | "Put it on," says Rey. It can hardly be heard. "Please, put it on." By the time that he has found it she is gone.}
      Kylo>+ {any: There. He was right. It is a comfort to be right. He builds it into the wall, low down, where it will bear weight. | He did not look up, and he saw it all the same. | There is a noise that people make. He had always wondered whether he would recognise it.} {any: The rim opens the cut again, going on. | Something under the rim has begun to bleed. He had not known that there was any left.}
      Kylo denies> {any: He stays there until it is dark, with his hands on either side of it, as if there were something in it that might get out. | He practises getting up. It is some time before it works. | He says one or two things to the ground, in there. They come out as orders.}
      Rey>+ {any: If she had stayed one moment longer she would have touched it. She made that. She runs. | She thinks of the snow, and how proud she had been. She gets behind a rock and is sick. | She would say sorry, if she could say it to his back, or by letter, or dead.}
      Rey recalls> {any: She had seen what she came to see, and so she left. | She remembers going. She has never been able to remember deciding to.}
      world>+ {any: She could not bear to have done it. From where he knelt it looked like not being able to bear him. | She ran from what she had done. He takes it that she ran from what he is. | It was guilt, going at a run. He has never seen the back of it before, and took it for the other thing.}
      -> end
    * split it in two
      +anger "it has been in the way for so long"
      -2 "it is only a thing"
      -2 * guilt "she has cut enough of him already"
      > {any: The blade that she has been holding up comes down, in one line, on the empty face of it. It opens like fruit. | Rey makes a noise in her throat, and swings, two-handed, at the thing by her foot. It rocks apart, and is two things, looking in two directions.}
      Kylo> {any: He looks up, then. It is quicker than thinking: he wants to see whether he is still there. | He feels it, along the old line, from the brow down. He has to put up a hand. It comes away dry.}
      Rey> {any: It is the best stroke of her life. She knows it all the way down, and at the bottom there is something that was not helmet. | There. There! And then the smoke goes up from it, and it smells of hair.}
      world> {any: She meant it for the mask. It has been a long time since he could have told you where that stopped. | She thinks that she has let him out. He thinks that she was aiming.}
      -> ending split
    * sit down in front of him
      +longing "he is right there"
      +1 "her legs have had enough as well"
      -1 "he would take it for a trick"
      -anger "he has earned it"
      ~ guilt += 1
      ~ longing += 1
      > {first: {any: Rey's blade goes out. She sits down on the ground across from him with the helmet between them, crosses her legs, and looks at the helmet too. | "I've got to sit down," says Rey, and puts out her blade, and does, right there, with her feet against the helmet to keep it from rolling.} | then: The blade goes out, and Rey lets herself down on the ground, a leg at a time, opposite him. The helmet is between them. She turns it with one finger so that it is looking at neither.}
      Kylo>+ {first: {any: Now there are knees in the picture, with a hole in one. He has no plan for knees. | She has come down to where he was looking. It is not fair; there is nowhere lower.} | then: The knees again. He had thought of them, in between, more than of most things that he was shown that year.}
      Rey>+ {first: {any: She is not going to say that it isn't so bad. It is. She wishes that she had something to offer him. There is half a ration bar in her pocket, and she thinks about that harder than she has thought about most things. | If she stays up there she will have won. She has never wanted anything less.} | then: There is nothing to say about it. She has tried that, and it was worse. So she sits, and is somebody who is sitting there.}
      Kylo recalls> {any: They sat. He could not say how long. Nobody was winning; he remembers that it was not disagreeable. | There was some sitting. He has it down under tactics.}
      world> {any: From a distance they look like two people at a fire. It is not giving much light. | Anybody watching would take them for people who are waiting for the same ship. | Each is waiting for the other to say the terrible thing. Neither has brought one.}
      -> she sits

  moment she sits: Kylo
    * look up
      +longing "he has to know"
      +1 "nobody is sneering at the level of the knees"
      -2 "she would despise him" if seems(Rey.disgust) >= strong
      ~ eyes = up
      ~ hush = no
      ~ shame -= 1
      > {first: {any: He looks up. She is looking at him already. "You've got something," says Rey, and shows him, on her own cheek, where. It is soot. She means only the soot. | He looks up, in stages. Rey has got to the soot on his cheek. She licks her thumb, and thinks better of it, and points.} | then: He looks up. Rey has her chin on her fist. "Hello," she says.}
      Kylo> {if seems(Rey.disgust) >= strong: There is something about her mouth that he does not like. Then she points out the soot, and he is so ready for the other thing that it takes him a breath to put it down. | else: He had the face all ready in his mind, and this is not it. This one has a smut on the nose itself.}
      Rey> {first: {any: His eyes are just as she has been remembering them. She had supposed that she was making them up. | Nobody has looked at her like that since; well, since he did.} | then: There they are. They are brown. She had it right.}
      Kylo recalls> {any: She told him that there was soot on his face. It is an odd thing to have kept, out of all that. | He looked up. It was about soot.}
      world> {first: For a year they have been afraid of each other's faces. It takes about as long as a sneeze. | then: It is an ordinary face, on both sides. Each of them had been expecting so much more.}
      -> what she does
    * go on sitting there
      is yield
      +2 "nobody is asking him for anything"
      -faith "somebody will be looking for him"
      > {any: He does not move. She does not either. At some point there is half a ration bar on the ground between them, beside the helmet, and at some later point there is not. | It gets late. Rey breaks something in two, and puts half of it down on top of the helmet, as on a table. After a time he takes it. "Thank you," he says, to the table.}
      Kylo> {any: It tastes of packing. He could eat four. | It is a ration bar. He has conquered systems, and nobody has given him half of anything.}
      Rey> She watches a bared hand come out, black glove off, and take what she put there, and go back in. She used to feed things, on Jakku. One must not move.
      -> ending bare
    * put it on again
      is hide
      +1 "it is within reach"
      ~ helmet = worn
      ~ eyes = up
      ~ hush = no
      > {first: He reaches out and takes it back, and puts it on, and the hiss shuts him in. They go on sitting there, one face and one machine, until the light goes; then she gets up, and dusts off her knees, and he listens to her ship. | then: His hand goes out for it, and she pushes it over to him with the side of her boot. He puts it on. They sit a little longer, for the look of the thing, and then she gets up and goes.}
      Kylo> {first: Better. He can look at her, now that she can't. | then: It is on. It is quite cosy to be sat with, when one has it on.}
      Rey> {first: She had forty breaths of him. She counted. | then: He put it on as another man might button his coat. She finds that she can be nearly fond of it, from here.}
      Kylo recalls> {any: He sat down with her once. He had it on. | He did not stay long. He was sitting there in it until dark, so as not to stay long.}
      world> {any: He would have stayed, if she had looked away. She would have looked away, if she had known. | What he is thinking now would have been on his face for anyone to read. Nobody will. | She thinks that he has gone in and shut the door. He is at the window.}
      -> end

  # S5: the bond has been holding its breath; if the walls have been worn down, it carries guilt, and he looks for where he dropped it.
  moment the bond speaks
    ~ hush = no
    > {any: Nobody says anything. | For a while nobody does anything at all. | She is so near that the breath she has been holding moves his hair when she lets it out. | Somewhere behind them water is dripping off something. | She has come to a stop. So has everything.}
    Kylo>+ {if seems(Rey.guilt) is consuming: {any: Then it comes, through the hole in the wall where the stones were: guilt. It is enormous, and it is well made; he knows the make. He turns it over to see where he dropped it. It is not his. | It comes in all at once where the wall is down: guilt, a houseful of it. He knows every piece. He goes through it for his own name, and it is hers that is sewn in. | And there it is, in his head, without having knocked: guilt. He has always had plenty, and he checks. All of his is where he keeps it.} | if seems(Rey.guilt) is strong: {any: Then something comes through the wall, low down, like water under a door. Guilt. He takes it for his own, there being so much of that about. But it is shaped to somebody smaller. | There is something in with him that was not there before: guilt, not very large, and shy. It does not come when he calls it. It is somebody else's. | A little guilt gets in between two stones. He would have thought nothing of it. But it has snow on it.} | if walls is 2: {any: The bond says nothing. There are walls for that. He built them well, and he kneels behind them and cannot hear a thing. | It is dead quiet in his head, and no wonder. He has seen to that, stone by stone, and now he would give a hand to know what she is thinking. | There is not a sound from her. He has had the best walls that fear can build, and he is in there with what he thinks she thinks.} | else: {any: He listens. For the first time in a year there is nobody at the other end. | The wall has a hole in it, and there is nobody at the hole.}}
    Kylo recalls> {any: Here there was a quiet, and then something came that was not his. He has never told anyone what. | What comes next he would not swear to. Something was handed to him that had nothing to do with hands.}
    Kylo denies> {any: What he is looking at has gone soft at the edges. The {if place is meadow: moss | else: ground} swims. It must be the cold; his lashes are wet with the cold. | There is something the matter with his eyes. It has run down as far as the cut, where it stings. Smoke will do that. | He has to breathe through his mouth. It is dust; everything down there has a rim of light round it, and shakes.}
    Rey>+ {any: It goes out of her before she can get hold of it, all of it, the snow and the smoke and the line she drew. | She has no words, and so it goes without any: her doing, all of it, hers. | What she feels gets up and leaves, as a dog does that has heard somebody at the gate.} {any: She cannot tell whether it arrives. | There is no telling how much of it gets over the wall. | It is a good deal to throw at somebody, without looking.}
    world> {if Kylo.walls < 2: {any: He has been told something true, and has no place to put it. | It has got through to him without a scratch, and he kneels there with it like a man who has been handed a baby. | It is addressed to him. He looks for the trick.} | else: {any: There is nothing for it now but for one of them to speak, or the other to look. | She is as good as shouting, and there is not a chink. It goes up and down outside him like weather.}} {if Kylo.shame is consuming: He is still quite sure what he would see.}
    -> she holds it

  # S14: the wrong belief, and the moment when it may be corrected. While shame has all of him he takes even guilt for disgust.
  moment she holds it: Kylo
    * keep his eyes on her boots
      +shame "he knows what is up there"
      +1 "she would despise him" if seems(Rey.disgust) >= strong
      > {any: He does not look up. His hair hangs in his face, and he lets it. | He keeps his head down, like a man looking for a coin. | His eyes stay where they are. They are red, as far as one can see for hair.}
      Kylo>+ {if seems(Rey.guilt) >= strong: {any: What comes through the bond says one thing, and he knows another. He sides with what he knows. | It might be a trick of hers. He hopes for a moment that it is a trick, which he would know how to meet. | It says that she is sorry. So does a droid, when it takes off a leg.} | else: {any: A left boot, a right boot. He has known worse company. | Whatever she is going to do, she may do it to the top of his head. | He has not been told to look. He has never yet done it without being told.}}
      Kylo recalls> {any: The picture is blurred there. That is how memory is; it has nothing to do with his eyes. | He remembers her boots extremely well. | He looked at the ground. It was very well lit.}
      Rey>+ {any: He has a crown, like anyone. There is a bit of ash in it. | He won't look. Three years old, she thinks; he is three years old and has broken something. | She would get down on her stomach, if that were where he was looking.}
      world>+ {any: If he looked up now it would all be over, one way or the other. Both of them hope that he will, and neither would say so. | | | She takes the top of his head for a no. He takes her silence for a good long look.}
    * look up
      +longing "he has to know"
      +1 "what comes through the bond is not disgust" if seems(Rey.guilt) >= strong
      -2 "she would despise him" if seems(Rey.disgust) >= strong
      ~ eyes = up
      ~ shame -= 1 if Rey.disgust is none
      > {any: He looks up. | It takes a long time, knees, belt, hands, chin; then he has looked up. | His head comes up, and has to be held up, like something on a string.}
      Kylo>+ {if seems(Rey.disgust) >= strong: {any: There it is, then: her mouth pulled out of shape. He was right. He had so hoped to be wrong. | Her eyes are wet, and her lip is between her teeth. It turns her stomach, and she is trying not to let him see.} | if seems(Rey.guilt) >= strong: {any: He looks for it everywhere, in the mouth, round the nose, where it begins. There is none. There is a girl there who has broken something. | He has the face all ready in his mind, the curled lip, and it is not there. She looks like someone who has dropped a thing that was lent to her.} | else: She is only looking. She has freckles of ash. It is not an expression that he has a name for.}
      Kylo denies> {any: He goes on looking for some time after he has seen what he wanted to see. | He counts her eyelashes, where they are stuck together. He has no use for the number.}
      Rey>+ The cut runs from the brow to the jaw, and {if Kylo.wound is scarred: it has healed, as well as such things do | if Kylo.wound is infected: it is angry and wet at the edge, and far too hot; she can feel it from here | else: it is not done healing}. She remembers every inch of making it.
      Kylo recalls> {any: He looked up. There was the sun behind her; he could not say what was on her face. It must have been the sun. | Her face: no. He has tried. There is a light where it should be.}
      world> {if seems(Kylo, Rey.disgust) > Rey.disgust: {any: What is on her face is guilt. He reads it as he has always read everything, from right to left. | She is looking at what she did. He sees somebody looking at what he is.} | if Rey.disgust is none: {any: A thing that he has known for a year turns out not to be so. It makes no sound. | He had the whole of his life leaning on that, and it is not there; and he has not fallen over.} | else: It is both, as a matter of fact, the pity and the other. She is ashamed of the other.}
    -> what she does

  # S14, S4: an apology is in the words; the voice that carries it need not even be the right one.
  moment what she does: Rey
    * say that she is sorry, and put it in his lap
      +1 "she can put one thing right"
      +guilt "she did this to him"
      -2 * anger "he has earned it"
      ~ helmet = in his lap
      ~ sorry = yes
      ~ Kylo.eyes = up
      ~ Kylo.shame -= 1
      ~ Kylo.regret += 2
      > {any: {if was(helmet) is at her feet: Rey comes across to him on her knees. | else: Rey goes down on her knees in front of him.} "I'm sorry," she says, and pushes the helmet at him, into his lap, and then says it again, as though the first one had not been loud enough. | {if was(helmet) is at her feet: Rey takes up what is lying between them. | else: Her knees give, or she lets them.} "Sorry," says Rey, "I'm sorry," and she is putting it into his lap, his hands, anywhere, quickly, the way one gives back something of somebody's that was private. | "I didn't —" says Rey, from {if was(helmet) is at her feet: very near | else: somewhere level with him now}. "I'm sorry. Here. Here, it's yours. I'm sorry." And the thing is in his lap, the right way up. | "Here," says Rey, and it is in his lap, and she has both hands on it still, and is bending over it as one bends over a child that has fallen. "I shouldn't have. I'm sorry. I shouldn't have asked."}
      >+ {if was(Kylo.eyes) is down: {any: It is then that he looks at her. | At that he raises his head. | His head comes up. | He looks at her, then.}}
      Kylo>+ {any: She is trying to close it up again, the thing that she has opened. It will not go. It is the kindest mistake that anyone has made with him in years. | She thinks that it has to do with the helmet. She really thinks that if she gives it back it will not have happened. He could laugh; his face is not set up for it. | It is a child's way of mending: push the two halves together and hold. He would let her go on holding, if there were any way to say so. | She is giving it back. Of all that he had got ready for, he had not got ready for that.} {if was(seems(Rey.disgust)) >= strong and seems(Rey.disgust) is none: {any: There is no disgust in her face. He looks for it twice. | Her mouth is open, and her nose is running, and nowhere in all that is there any disgust. | It is not there. He has dreaded it for so long, and it is not there, and he could almost be offended.}}
      Kylo recalls> {any: She said something then, and said it again. He knows what it was. It is nobody's affair. | The weight of it in his lap: that he has. And a voice, lower than usual, saying a short word twice. | She got down to where he was. After that there is only the middle of it, and he has never found the ends.}
      Rey>+ {any: She wanted it off him. She had never thought of it as something that he could be without. | It was never the helmet. It was never the helmet, and now she has got it all over her hands. | All year she has been asking him to be brave. It looks like this, and she cannot watch it. | She would put back the whole of the year, if it came apart like that.}
      Rey recalls> {any: She remembers every word that she said to him, there being so few of them. It is what he looked like that she has put away. | She knelt. She has told people that she slipped. | She gave it back. She remembers it as being heavier than when she took it up.}
      world> {if was(seems(Kylo, Rey.disgust)) >= strong: {any: He has been waiting for a sneer, and she for a blow. They look at each other across where those should have been. | All these months he has known what she would feel, and she has known what he would do, and they are both as wrong as they can be, at a distance of one arm.} | else: {any: Nobody on the field is winning now, and nobody minds. | She thinks that she is giving back a helmet. It is quite another thing, and he has got it.}}
      -> his lap
    * put her mouth to the scar
      if longing is consuming
      +1 "she has wanted to for a year"
      +longing "he is right there"
      -guilt "she has no right to"
      -2 * anger "he has earned it"
      ~ Kylo.eyes = up
      > {any: She leans in, and then there is no more in to lean. She puts her mouth to the cut, below the eye, where it crosses the bone, and stays there for about as long as one needs to read a word in the dark. | Rey takes his face by the edges, like something that has only just been glued, and kisses it where she cut it.}
      Kylo> {any: Nobody has touched it since the droids. The droids had been told to be quick. | It does not hurt. He keeps on waiting for the part that hurts, and it keeps on not being that part.}
      Rey> {any: He tastes of salt and ash and rubber. She had wondered. | It is warm, and it has a ridge. She thinks: mine; and then she thinks: no, his.}
      world> {any: He has stopped breathing. So has she. It is a wonder that either of them gets through it. | He had been ready for disgust, and she to be thrown off. They are both unarmed.}
      -> ending bare
    * keep it, and go
      +1 "he has had it long enough"
      +anger "she will not put him back in it"
      -guilt "she did this to him"
      > {any: "No," says Rey. "You'll have to come as you are." She puts the helmet under her arm like a ball that has come over the fence once too often, and she takes it with her. | Rey looks into the helmet as into a well. "I'm keeping this," she says. "You can come and ask for it. With your mouth." And she goes, with it on her hip.}
      Kylo> {any: He goes on kneeling there with the wind on his face. It turns out that one does not die of it. It will only be every day from now on. | He ought to go after her. He would have to do it with that face.}
      Rey> {any: She can feel him looking at her back. She can feel, now, that it is looking. | It is as heavy as a child. She does not turn round; she would only give it to him.}
      world> {any: She has it, and he has his face. Both of them feel robbed. | She thinks that she has left him free. He thinks that she has left him.}
      -> ending taken
    * put it on her own head
      +1 "she wants to know what it is like in there"
      +guilt "he should not be the only one who has to hide"
      -2 "it is the last thing he has"
      if grille is whole
      -anger "he has earned it"
      ~ helmet = on her head
      ~ sorry = yes
      ~ Kylo.eyes = up
      ~ Kylo.regret += 2
      > {first: {any: "All right," says Rey. "All right. Then neither of us has one." She puts the helmet on, and her head is gone. "I'm sorry," says what is left, in a voice that has never said that before. "Can you hear me? It's me. I'm sorry." | Rey turns it round, looks into it, and puts it on. It is much too big. It settles on her collarbones, and out of it, in the voice that has burnt villages, comes: "I'm sorry." And then, after a while, in the same voice: "It's so loud in here."} | then: Rey looks at the thing, and at him. She puts it on, as if that were the only place left to put it. "I'm sorry," says the machine, to its owner. It turns this way and that. "How do you see anything?"}
      Kylo> {first: So that is what it sounds like. He has never been in front of it. It is a dreadful voice; and nobody could mistake what it is saying. | then: She is even smaller with it on. The voice comes from somewhere over her head. It is his worst one, and it is asking his pardon.}
      Rey> {first: It smells of him, and it is dark, and her own breath comes back at her like a crowd. No wonder. No wonder. | then: There is a place worn smooth in there, just where one would rest one's forehead. She rests her forehead.}
      Kylo recalls> {any: This is the one thing that he would not have left out for any money: she put it on. It came down to her shoulders. | She put it on. He has forgotten nothing about that, and he was asked to, twice.}
      world> {first: The machine does with her what it does with him: it takes out everything but the words. It is enough. | then: It takes her tone away, and the catch in her breath, and what her mouth is doing. The three words it cannot do anything about.}
      -> two voices

  moment two voices: Kylo
    * laugh
      +longing "she is up to the shoulders in it"
      +1 "he hears what he has been saying it with"
      -shame "she would see the scar"
      > {any: It is a short rough noise, and he looks as startled by it as anyone. He puts out both hands and lifts the helmet off her, and her hair comes up with it. "So am I," he says, in the voice that he was born with. He does not put it on. He does not seem to remember what it is for. | Something happens to his face. It begins at one side, and the scar will not have it, and then the scar has to. He is laughing; it sounds like a gate. He gets the helmet off her, and has to put it down in order to go on. "So am I," he says, when he can.}
      Kylo> {any: It hurts, along the cut. It pulls in a direction that it has not been taught. | He had thought that that was gone. It had only been where he could not get at it for the helmet.}
      Rey> {any: He has a tooth that is not quite straight. She is going to have to be very careful. | It is a terrible laugh. She would like to be told every day that she was the cause of it.}
      world> {any: She had meant to share it with him. She has made it ridiculous, and a thing that is ridiculous is very hard to hide in. | Nobody had laughed at it before, least of all from outside.}
      -> ending bare
    * take it off her, and put it on
      is hide
      +2 "it is not a thing that she should have to wear"
      ~ helmet = worn
      > {first: "Give it to me," he says, in his own voice, and takes it from her gently, by the sides. He looks at it. Then he puts it on, and it closes over him. He gets to his feet, and his blade gets up with him. | then: He shakes his head at her. He reaches over and lifts it off, and blows a hair of hers out of the collar, and puts it on; and then he gets up, blade and all, until there is a good deal of him.}
      Kylo> {first: She would get used to it. One does. He would not have that. | then: It does not suit her. It had better be him.}
      Rey> {first: For a moment the two of them were breathing the same air in there, hers and then his. | then: He could have had anyone's pity and he takes that from her, so that she need not be in there. She will have to think about that.}
      Kylo recalls> He took it back. It was warm. He has never thought of it since as being entirely his.
      -> her blade

  # S15: the thing goes back on, both blades are lit again, and nothing is as it was. S16: she calls what is hers in the hand and his in his mind.
  moment his lap: Kylo
    * put it on again
      is hide
      +4 "it is the only blanket that he has"
      ~ helmet = worn
      > {any: He looks at it. He takes it, without a word, and puts it on, and it closes. Then he finds his blade and gets up, one leg at a time, until he is as tall as ever. | He turns it until it faces away from him. He lowers it over his head; there is the hiss, and after the hiss he is somebody else, who stands up, and whose sword lights. | His hands know how. A moment later there is the visor again, and a little after that he is on his feet, with a red blade in front of him. | For a while he only holds it. Then it goes up, and over, and shuts; and what gets up off its knees is tall, and black, and has a sword in its hand.}
      Kylo>+ {any: There. It is dark, and it smells of himself. He could sleep standing. | The seals say what they always say. It does not seem to be quite true any more, but they say it. | He gives his face back to it. It fits, as far as it ever did. | It is like coming in. It is like coming in, and leaving the door on the latch. | She has breathed on the visor. It will be there until it is not.} {if claim: The old saber is lying in the {underfoot}, nearer to him than to her. He sees that it is. He goes on seeing it.}
      Kylo denies> {any: He would like to have been asked not to. | There is a moment in which it is not quite on. He makes it last. | He looks at her over the rim of it for as long as one can without being seen to.}
      Kylo recalls> {any: He put it on. From there on he remembers everything. | Then he had it on, and the gauze is gone: she was there, and the field, all of it very sharp. | It fitted. It has always fitted. He begins again at that point.}
      Rey>+ {any: It is like watching somebody go into a house. | She gave it back so that he would not have to be looked at; and now he isn't, and it's unbearable. | So that was him, and this is him too. She will have to learn to see the one through the other. | Well. He has taken it from her hand, and nobody made him, and she has seen who it is that puts it on.}
      world>+ {any: It looks like a door closing. It has been a window for some time. | She thinks that she has lost him. He has never in his life felt so found out, or minded it so little. | He covers his face, as people do who have one. She will see the joke by and by. | It is where he lives. She has been in; from now on it will always have had a visitor.}
      -> her blade
    * leave it off, and answer her
      +longing "he would like to be seen by somebody"
      +1 "what he expected is not on her face" if seems(Rey.disgust) is none
      is hide
      -1 "there is still a war"
      ~ helmet = at her feet
      ~ said = plain
      > {any: He takes it out of his lap and sets it down beside him, face to the ground, like something that has fallen asleep. "So am I," he says. It is not much of a voice, after all the other. It has to be leant in for. | "No," he says, and gives it a push, and it rolls off his knees and lies where it likes. He has to clear his throat. "I am, too," he says to her; "for rather more."}
      Kylo> {any: He had thought that there would be more to it. One puts it down; one's hands are empty; that is all. | There is air on all of it. She is looking, and he is letting her, and it goes on.}
      Rey> {any: She leans in for it. | There is nothing in front of it, no wire, no gravel. She would know it in her sleep; she has.}
      Kylo recalls> {any: He remembers this. He remembers the whole of it. He would tell you, if he were asked by the right person. | There is nothing the matter with that one. It is as clear as a glass of water.}
      world> {any: She had given up asking. It is on the day that she takes it back that she gets it. | He had one more thing to hide behind, and looked at it, and it was only a helmet.}
      -> ending bare
    * reach past her for the saber
      if claim
      +1 "he has been made to kneel"
      +faith "it is why he was sent"
      -2 "she put it down for him" if seems(Rey.guilt) >= strong
      -longing "she would never kneel again"
      ~ saber = in his hand
      ~ helmet = worn
      ~ Rey.anger = consuming
      ~ Rey.longing -= 1
      > {first: One hand goes past her. The saber comes up off the ground to it like a dog that never did learn whose it was. He has the helmet on before he has stopped to think, and walks off with everything. | then: "I am obliged to you," he says, and his hand has gone by her, and the saber is in it. Then the mask is on, and he is on his feet, and going.}
      Kylo> {first: He has won. He has the mask and both the swords. He cannot get far enough away from it. | then: So. Twice over what he came for. He walks as if somebody were shouting at him.}
      Kylo recalls> He recovered the saber that day. It is in the report.
      Rey> {first: She is still kneeling. She is still, she notices, sorry; she had not known that one could be both. | then: Her knees are wet. It takes her a while to get up from an apology.}
      world> {first: It was his the way the mask is his: it is something to have in front of him. | then: He could not bear to be given something, so he took something. It is an old arithmetic, and he had it from an expert.}
      -> end

  moment her blade: Rey
    * take up her saber, and light it
      +2 "it is how they say goodbye"
      +1 "it is easier to look at him over a blade"
      ~ saber = in her hand
      > {any: She puts out her hand, quickly, and the saber comes to it out of the {underfoot}. She turns it over in her fingers once, and lights it. | The saber jumps out of the {underfoot} into her palm, and is lit before it has stopped moving. | She gets up, and steps back to the proper distance, and only then looks round for her saber. It has been looking for her. The blade comes out with its old sound. | Rey feels about behind her in the {underfoot} for what she put down. It meets her hand halfway, and lights.}
      Kylo>+ {if claim: {any: His, whoever's hand it comes to. He lets it go by. | It is his, and will be when they are both dust, and it suits her so well that he could weep. | It knows whose it is. It has merely got into the habit of her.} | else: {any: Of course. What else have they got to hold? | There it is. He could draw that stance from memory.}}
      Kylo recalls> {any: She lit it. It was the only bright thing for miles. | Then there was her blade. He was glad to see something that he knew.} {if claim: He notes here, for completeness, that it is his.}
      Rey>+ {any: Her guard goes up by itself. It does not know what else to do with her arms. | It is absurd. It is what they have. | What else should one do with one's hands? | It is lit. That is as near as she can come to leaving a lamp on.}
      world>+ {any: It is not a threat. Neither of them takes it for one, and both of them stand as if it were. | She lights it so that he can see her. He thinks that he is to be fought, and is grateful. | They have only ever had the one language. It does for this as well, with an accent.}
    * stand there with her hands empty
      +guilt "she has done enough with it"
      -1 "somebody has to be sensible"
      ~ saber = in her hand
      > Rey gets to her feet and stands in front of a lit blade with her arms at her sides. {any: Her own has come in by itself, and lies against her heel, and she leaves it there. | Her own she leaves where it lies. It has got as far as her heel.}
      Kylo>+ {any: He has the whole of her in front of his point. He has never known where to put it less. | Nobody is attacking him. He has been drilled in everything but that.}
      Kylo recalls> {any: She had nothing in her hands. He has not decided yet what that was for. | There was nobody to fight. He remembers looking for her blade, and finding hands.}
      Rey>+ {any: She would like to see him hit that. She finds that she truly would like to see. | Let him, she thinks. It would be a way of being done.}
      world>+ {any: It looks like surrender. She has never been so stubborn in her life. | He has a sword, a helmet and a head more than she has, and of the two he is the one who is frightened.}
    -> last word

  moment last word: Kylo
    * answer her
      +2 "she is sorry, and so is he" if Rey.sorry
      +regret "there is something he owes her besides blows"
      ~ said = plain
      > {if modulated: {any: The grille crackles. The voice that comes out of it is a machine's, flat and slow and fit for ordering executions. "So," it says, "am I." | "I am too," says the machine. It drawls. It always drawls. It would make a lullaby sound like a sentence. | There is a click, and the voice that nobody was ever meant to like says: "As am I." | For a while the mask only breathes. "So am I," it says then; and the machine, which is made to give orders, gives it as one.} | else: {any: "So," he says, and the split grille lets it through just as it is, hoarse and young, "am I." | "I am too." It is his own voice, in there, behind all that metal, like somebody speaking from the bottom of a suit of armour.}}
      Kylo>+ {if modulated: {any: It sounds like nothing human. So it should. It is only the words that are his, and he has put all of himself in them; there was room. | He listens to it go out. It has taken away everything that it could reach, and that has arrived anyhow. | He had not known that it could be said in that voice. He had not known that it could be said. | The thing turns it into iron. Well, then she has it in iron.} | else: It is out, without so much as a wire to hide behind. He finds that he can stand it.}
      Kylo recalls> {any: What he said then is on nobody's record. It was three words. He would say the same again. | He answered her. He will admit to that. | There was a thing that wanted saying, and he said it. The machine can bear him out.}
      Rey>+ {if modulated: {any: The hair stands up on her arms. It is the worst voice she knows; she has never heard anything so gentle. | She hears the wire, and the gravel, and straight through them, like a hand through a curtain, him. | He might have had it engraved on a plate and it would have sounded more like talk. She understood every word.} | else: It gets her under the ribs, where no one has ever thought of guarding.}
      world>+ {any: {if modulated: Nothing in that voice could tell her that he means it. She has had that from the words. | else: There was a voice to keep him from being heard, and she broke it, an hour ago, by accident.} | He has been hiding in there for years, and has just been found, by himself. | So that is two of them who are sorry. It is not peace. It is only that both sides have been told.}
      -> last light
    * say nothing, and walk off
      +1 "there is nothing to say that the machine would not spoil" if modulated
      +faith "there is still the one who taught him"
      ~ Rey.anger = strong
      ~ walls += 1
      > {any: The blade hums. That is the only answer there is. After a time he takes it, and himself, away across the {place}. | The visor looks at her a good while. Then it turns, and there is the back of it, which is the same as the front. | The mask breathes in, as people do who are about to say something. Then it breathes out. He goes past her, quite close, and on across the {place}.}
      Kylo>+ {any: He has it all ready. It gets as far as his teeth. | He says it forty paces on, to nobody, in quite a normal voice.}
      Kylo recalls> {any: He had nothing to say. He remembers it distinctly, having nothing to say; he had it all the way home. | He left without a word. There had been one. He has it here somewhere.}
      Rey>+ {any: She said it twice. Some people say it twice and still don't get change. | Well, it is said. She did not say it in order to be paid. | He would have had to say one word. She could have lent him one.}
      world>+ {any: He does it because {why}. She thinks that he did not hear. He will hear it for the rest of his life. | It is because {why} that he goes. Had she been able to see his mouth, she would have seen it move. | She has her answer, she thinks. It is walking away from her with its lips pressed together.}
      -> end

  moment last light: Rey
    * nod, with her blade lit
      +2 "it is how they say goodbye"
      +anger "she is angry"
      +1 "it was the machine that said it" if modulated
      > {any: Her blade comes up. She nods, over it. It is not a large nod. | Rey nods, once, as one does to somebody across a crowded room, and brings her blade up into the guard. | "Right," says Rey. She wipes her nose with the back of her sword hand, and puts the sword between them, where it goes. | Rey looks at the visor a little longer than one needs. Then there is the blade, and one nod behind it.}
      Rey>+ {any: There is nothing to add to it. She would only spoil it. | If she puts it down now she will cry, and she would sooner be hit. | She has got what she asked for, and in a form that she can carry.}
      Kylo>+ {any: She nods to him as to an equal. He had not known that there was one free. | He sees it, and bends his head by the width of a finger. In that helmet it will not show.}
      Kylo recalls> {any: She nodded. He has put that down as agreement in principle. | He saw her nod. After that it was a fight.}
      world>+ {any: His head goes down a very little, in there. She does not see it; she answers it all the same. | It is the shortest truce of the war, and the only one that anyone has kept.}
      -> ending returned
    * leave hers dark
      +longing "he answered"
      +1 "the words were his, whatever voice they came in" if seems(Kylo.regret) >= strong
      -1 "she would have to think what comes next"
      > {any: "All right," says Rey. | "Well, then," says Rey. | "Oh," says Rey.} {any: There is no light on her side now. She stands there in the light of his, with her eyes on the visor, and waits. | She has put hers out. The red one hums on by itself for a while, like somebody who has not been told.}
      world>+ {any: She does not know what comes next. It is her one advantage over him, who is sure that he ought to. | Somebody has to stop first. It is a move that neither of them was ever taught.}
      -> ending unlit

# S3, S5, S6, S16: his nights. What he does where nobody sees, and what comes through the wall.
scene night with Kylo
  when month < 24
  +1 "there are nights between the days"
  in brief> {if times is 1: {any: There is a night, like the others. | One night he does not sleep, on purpose. | Between the fields there is a night, with a lamp in it that he does not light. | A night comes and is sat through. | He is awake for one of the nights, and it for him.} | else: {any: The nights are nights. There are {times} of them, much alike. | {times} nights go by with his boots on. | Between the fields there are the nights, and in the nights there is the lamp that he does not light. | He gets through {times} nights, one after the other, as one gets through a stair.}}
  > {any: The ship hums its one note. {Kylo} has a cell, a cot, and a lamp that he does not light. | It is the middle of the watch, when even the engines sound as though they were thinking. | {Kylo} has sent everybody away, and they have gone. They always do. | The corridor outside {Kylo's} door has been empty for hours. People go round by the other one. | On {Kylo's} desk there is a report on why she is still alive. He has got as far as the date. | It is night on the ship because somebody has turned the lamps down. {Kylo} is at the window. | {Kylo} has been walking up and down, six steps and six steps. Now he has stopped. | There is a chair in {Kylo's} cabin, which nobody has ever sat in. He is looking at it.}
  Kylo>+ {if walls is 2: {any: It is quiet in his head, wall to wall. | | He has the whole of his head to himself. It is a bare sort of place. | Not a sound gets in. He checks, some nights, whether anything is trying.} | if seems(Rey.pictures) is consuming: {any: It comes in pictures: a mouth too wide, a nose too long, both his, and looked at as if they were good news. He has no shelf to put that on. | She is asleep somewhere, and there he is in it, three-quarter face, with eyes that he would not have presumed to. | He gets his own hands, turned over, looked at, from about her height. He sits on them. | It is like living over a shop in which somebody sings. All the songs have his mouth in them.} | if seems(Rey.pictures) is strong: {any: There is a picture in his head that he did not put there. It is of him. It is more than fair. | Now and then, like a draught: somebody remembering his eyes, and getting them wrong, upward. | A few odd frames get in: a sleeve of his, a strand of hair. Nobody has ever kept such stupid things. | A glove of his goes by, seen from below, as big as a door. She must have been lying down at the time.} | else: {any: Nothing comes through tonight but a sort of red hum, from a long way off. | She must be angry. There are no pictures when she is angry. He ought to sleep better for it. | | Something is being thrown, a long way off, in her. It does not sound like a thing that breaks.}}
  world> {any: {if Kylo.walls is 2: She is thinking of him at this moment. It gets as far as the wall. | if Rey.longing is none: She is not thinking of him. She has gone to some trouble about it. | else: She is thinking of him at this moment, and it gets in.} | Eleven light years off somebody has just turned over and said a word into her pillow. | Nobody on board would believe that he is shy. | He has everything on this ship that he could want, and none of it is a chair across from him. | If he knew how little she sleeps he would be less ashamed of it. | There are nine thousand people on board, and not one who would dare to ask him how he is.}
  moment alone: Kylo
    * take it off where nobody sees
      +1 "it is heavy"
      +longing "she asked him to"
      -1 "one gets used to the weight" if shame is none
      ~ helmet = in his lap
      ~ shame -= 1
      > {any: He lifts the helmet off, and sets it on his knees. | In the dark there is a hiss, and then the sound of somebody breathing through his nose. | He takes off the helmet and puts it on the cot beside him, facing the wall; then he turns it round again.}
      Kylo>+ {any: It is a curious thing to be looked at by. He lowers his eyes first. | The room goes on as before. He had half expected an alarm. | His fingers know the whole road of the scar by now, with the turnings. | He finds that he is practising how he would do it: lightly, as if it were a hat. | He says something without the machine, to hear whether that still works. He says: off. It is what she always says.}
      world>+ {any: It is what she has been begging for, done carefully, for an empty room. | He can do it by himself quite easily. He takes it for a sign that there is something wrong with her. | She would give a year's rations to be the cot. | There is only the scar, and a tired young man who is being brave about it. | }
      Kylo denies> {any: There is a dented tray that will do for a mirror. He looks in it for as long as it takes to be sure. | Seen from this side it is not so very dreadful. It is only where he was cut.}
    * lay the stones back
      if walls < 2
      is obey
      +1 "there is a draught"
      -longing "it is less quiet with her in it"
      ~ walls += 1
      > {any: He sits cross-legged on the floor with his eyes shut until the lamp in the corridor goes over to red. | For some hours there is nothing to be seen but a man in black, not moving. | He turns his face to the bulkhead, and it stays there.}
      Kylo>+ {any: Stone by stone he closes himself up. It goes quickly; he has had the practice. | He lays them back: that one, and that one. He does it as one shuts a window on somebody singing. | When he has done, it is as quiet as the inside of a bell. | He builds until morning. One stone is warm on the far side, and he puts it in last. | One of them has her handprint on it. He puts that in with the print inside.}
      world>+ {any: A long way off somebody who was half asleep finds herself awake, and cannot think what has stopped. | It is to keep her out. It works chiefly on him. | She will think that she has done something. | }
    * listen for her
      if walls < 2
      +longing "it is less quiet with her in it"
      +1 "there was a picture" if seems(Rey.pictures) >= strong
      -faith "somebody else would hear it too"
      ~ longing += 1
      > {any: He lies on the cot with his boots on, and does not sleep, and does not get up. | He puts out every light on the panel, one by one, down to the small ones. | He lies on his back with his head a little to one side.}
      Kylo>+ {any: He lies with the door of himself a hand's breadth open. He does not call it listening. | He stays awake for it. It is for purposes of intelligence. | He lies quite still, as one does for an animal. | {if seems(Rey.pictures) >= strong: He knows that she has made those eyes up. He lies there trying to do them. | else: He listens to her being angry. It has a rhythm. After a time he sleeps on it.} | There is a crack, about as wide as a hair, and he puts his ear to that.}
      world>+ {any: {if Rey.longing is none: There is very little to hear. She has turned it all down. | else: Each of them is lying perfectly still so as not to disturb the other.} | He would call it keeping watch on an enemy. He has his boots on, in case she should need something. | They breathe in time for an hour, over all that distance, and neither is told. | }
      Kylo denies> {any: He has fallen asleep like that, before now, and slept for seven hours. | He says good night. He does not say it loudly.}
    * kneel to the one who taught him
      is obey
      -1 "he has begun to hear how it sounds" if walls < 2
      -1 "he would be asked about the girl" if longing >= strong
      ~ faith += 1
      ~ shame += 1
      > {any: The hall is black and polished, and it is a long way from the door to where one kneels. He kneels. | A summons comes. He goes down four decks with his cloak done up, and gets down on one knee. | He kneels, and something very large and grey leans out of the light to look at him.}
      Kylo>+ {any: He is told what he is. It is a relief to be told. | The voice asks after the girl, and after the wound, and lingers on the wound. | "You are distracted," says the voice that made him. He says that he is not. Behind the mask he is quite pale. | Every time he kneels there is a helmet in the floor, looking up.}
      world>+ {any: What is up there has never wanted him well; he has never thought that anybody should. | He is praised a little, at the end, as one oils a hinge. | It knows about the girl. It has been letting him think that it does not. | }
    * read the order again
      if faith > 0
      +2 "he has begun to hear how it sounds"
      +longing "she would ask him what it has ever given him"
      -faith "one does not read them twice"
      ~ faith -= 1
      > {any: There is a paper on the table. He reads it, and lays it down, and picks it up. | He holds an order under the light from the corridor until the light has moved. | He has a pen in his hand and does not sign.}
      Kylo>+ {any: It has a village in it. He reads it again, more slowly, the way she would read it. | He signs things. Tonight he reads one. It takes him longer than he would have thought, for four lines. | It says what they always say. He looks for the sentence with the reason in it. | He sends an order back for clarification. In nine years he has not asked them to clarify anything; there will be talk.}
      world>+ {any: She has asked him what it ever gave him. He would be ashamed to show her this. | Four lines. He has signed longer ones before breakfast. She is in none of them, and he has found her in this one. | If she could see him now she would hold her breath. | }
    * give up the claim
      if claim and longing >= strong
      +longing "it suits her"
      -1 "it was always his"
      -faith "his grandfather is listening"
      ~ claim = no
      > {any: He says one word, out loud, in the dark. | "Hers," he says. There is nobody there.}
      Kylo>+ {any: It was only to try how it sounds. {if saber is in his hand: The thing lies on the table and does not contradict him. He will have to give it back; he is astonished at how little he minds. | else: Nothing falls down.} | There is a list, in his head, of what he is owed. The saber is first on it. Tonight he crosses it off, and then there is no list.}
      world>+ {any: {if saber is in her hand: It is hanging on a nail over her bunk. | else: It lies a yard from his hand.} She will never know at what hour she was given it. | He makes her a present in the dark, and does not tell her. It is how he was taught to give. | }
    * ask his grandfather
      if not claim
      +faith "there used to be an answer"
      -longing "he knows what the answer would be"
      ~ claim = yes
      ~ faith += 1
      > {any: He unlocks a case. There is another helmet in it, burnt out of shape, and he sits down on the floor in front of that. | He spends the night in the small room where he keeps what the fire left of his grandfather.}
      Kylo>+ {any: It does not say anything. It says it in a way that makes the saber his again. | He explains to what is left of his grandfather why he let the saber go. Halfway through he hears how that sounds, and it is his again.}
      world>+ {any: The old man would have had something to say to him. It would have been the opposite. | He asks the mask, because a mask is what he knows how to talk to. | }
    -> end

# S5, S6, S10, S18: her nights, as full as his. She leans on the wall from her side.
scene vigil with Rey
  when month < 24
  +1 "there are nights between the days"
  in brief> {if times is 1: {any: Rey does not sleep much, that month. | There is a night that she spends on something, and it is not sleep. | There is a night with too many stars in it. | Rey has a night of it. | She hears every watch change, that night.} | else: {any: Rey does not sleep much. There are {times} nights that she could have done without. | On {times} nights she lies and listens to everybody else being asleep. | The nights are for mending things. In {times} of them she runs out of things. | She could tell you about the ceiling. She has had {times} nights of it.}}
  > {any: Rey banks the fire, and sits down again. | The others have gone to their bunks. Rey has said that she will just finish this. | It rains on the hull. Rey has put her bunk where it is loudest. | There are eleven people asleep in the room. Rey is looking at the ceiling. | It is Rey's watch. She has taken everybody else's as well. | It is too hot in the bunk room, or too cold, or there is a ceiling on it. Rey takes her blanket up on the hull. | Rey has mended everything that was broken. She looks round for something to break. | Somebody in the next bunk talks in his sleep. Rey lies and envies him.}
  Rey>+ {if anger is consuming: {any: She is so angry that her teeth hurt. | Each time she shuts her eyes, she wins. | | She goes over it, and this time she says the thing that she ought to have said, and he has no answer, and it does not help.} | if longing is consuming: {any: He is in her head again, with his hair in his eyes. | It is ridiculous, how exactly she can do his mouth. | | She has him by heart: the walk, the shoulders, the pause. It is only the face that she has to make up.} | else: {any: Her wrists ache from holding him off. | | She has a bruise the shape of his hilt. She presses it. | She has not thought of him since supper. She is keeping count.}}
  world> {any: {if Kylo.longing is consuming: He is awake as well. It is the one thing they do together. | else: He is asleep, for once, and she is not in the dream.} | She believes that he never thinks of her except with a sword in his hand. He has a sword in his hand a good deal. | It is the same hour where he is. It has come to be, without anybody's deciding it. | He would be astonished to hear that anyone lay awake over him who was not afraid. | She believes that there is a wall there, and that he is asleep on the other side of it. He is sitting up against it. | There are two people in the galaxy who could tell her what he looks like when he is tired. One of them makes the tea.}
  moment awake: Rey
    * let herself picture him
      +longing "she wants to see him"
      -2 "she is too angry to want anything else" if anger is consuming
      ~ longing += 1
      ~ anger -= 1
      > {any: After a while she shuts her eyes. She does not look like anybody asleep. | She has stopped in the middle of a stitch, with the needle in the air. | She pulls the blanket up over her head, as people do who want to read.}
      Rey>+ {any: She draws him from memory on the inside of her eyelids, and is generous. | She thinks about his mouth, for reasons of strategy. | There was a moment when he had it off, a long time ago, and looked at her as if she were the first person ever to come in at a door. She runs it again. | He has an enormous nose. She goes over it as one goes over a map of home. | Eyes: brown, she thinks. She can't have got that from the mask. So she has kept it all this while, like a screw in a pocket.}
      world>+ {any: {if Kylo.walls < 2: It goes over, the whole of it, in colour. He has to sit down. | else: It goes as far as his wall, and slides down it, and lies there until morning.} | He has never looked like that in his life. He might, if it were ever got through to him. | She is generous about the nose. The eyes she has exactly. | }
      Rey denies> {any: She falls asleep on it, and it is the best night that she has had since the summer. | She has given him a line to say, too. She has him say it twice.}
    * tell herself what he has done
      +anger "she is angry"
      +1 "someone ought to"
      ~ anger += 1
      ~ longing -= 1
      > {any: Her lips move. It goes on for a long time. | She sits up straight against the wall with her arms round her knees. | She gets up, and walks to the end of the row of bunks and back, and to the end and back.}
      Rey>+ {any: She says the names of the dead, all those that she knows. There are a great many, and then there are the ones that she does not know. | She tells herself about the bridge. She tells it from the beginning, with the man on it, and what his hand did to his son's face. | She makes herself think of villages. It is like pressing on a bruise to stay awake. | He did those things. Nobody else did them with his arm. By morning she has it straight again.}
      world>+ {any: He says them too. She does not know that anyone else has the list. | It is all true. That is what is so hard about it; so is the other. | She does it as one takes a medicine. It will have worn off by the week after next. | }
    * think of the snow
      +1 "she can still feel how easily it went in"
      +1 "she has been asking to see it" if asked >= 3
      ~ longing += 1 if asked >= 2
      > {any: She holds her right hand up in front of her face and looks at it. | She lies with one arm out from under the blanket, and the hand closes, and opens. | Outside it has begun to snow a little, or it is ash.}
      Rey>+ {any: She thinks of the snow, and of how easily it went in. | She drew a line on somebody, once, and has been asking him ever since to show her. Put like that. She turns over. | She had not meant the face. She had not meant anything; she had been so happy to be winning. | Her hands remember it better than she does. They are perfectly content.}
      world>+ {any: He dreams of it as well, from underneath. In his she is not angry; she is only very bright. | She is sorry for it, and he is ashamed of it, and so it goes on being nobody's. | }
      Rey recalls> {any: It was snowing, that first time. She remembers the snow. | She slept.}
    * lean on his wall
      if asked >= 2
      +1 "it gave a little, the last time"
      +longing "she was let in there once"
      -anger "she would only shout"
      ~ Kylo.walls -= 1
      > {any: She leans her forehead on the hull, as if it were somebody's door. | She sits with her eyes shut and her face turned to one corner of the sky. | She mutters. The droid beside her turns up its receiver, and then, politely, turns it down.}
      Rey>+ {any: She puts her forehead to the place where he stops, and leans. She is not asking for anything. She is only heavy. | She picks at it, a grain at a time, the way she used to get rivets out of a hull. One does not need strength. One needs nothing else to do. | She tells the wall about her day. It was quite a dull day. Somewhere in the part about the pump she feels it listening. | She finds the place low down where there is no mortar, and breathes on it until she falls asleep.}
      world>+ {any: On his side a little mortar comes down in the dark, and he puts it down to the engines. | {if Kylo.walls is 0: It gives at once. There is nothing there to lean on but him. | else: He feels it in his back teeth, and stands up, and cannot think why.} | She thinks that she is alone with a wall. It is leaning, too. | }
    * sit up with his mother
      if asked >= 3
      +2 "there is a lamp on in the other room"
      ~ anger -= 1
      ~ longing += 1
      > {any: In the next room a lamp is on, and an old woman is sitting under it. Rey goes in. | "Can't you either?" says an old woman's voice, and a chair is pushed out from the table with a foot.}
      Rey>+ {any: They sort bolts together by size, on a blanket, and neither of them asks. | "He walked at nine months," says his mother. "Into things." She does not say who, and Rey does not ask. | His mother makes a terrible tea. They drink all of it. At some point there are two people at that table crying about three different men. | "You've seen him," says his mother. It isn't a question. "Is he warm enough?"}
      world>+ {any: They never say his name. Each thinks that it would hurt the other. | His mother knows. She has known since the second cup. | Neither of them would dream of asking what the other has seen him do. They have the one tea cloth, and dry. | }
    * mend the strap, and go to sleep
      +1 "there is work tomorrow"
      ~ anger -= 1
      > {any: She mends a strap, and goes to sleep. | She finds an awl, and some thread, and a sleeve with a burn in it. | There is a strap to be mended. She draws the lamp nearer.}
      Rey>+ {any: It holds. One should not ask more of a night. | First it is the strap, and then it is a buckle, and then she has slept with her cheek on a boot. | She mends what he burnt. It is a sort of conversation: here he was high, here she was slow.}
      world>+ {any: He has kept the bit of sleeve that was burnt off. It is in a drawer, under the reports. | It is the one night this month when she does not think of him until she has blown out the lamp. | }
    -> end

# S5: now and then the bond opens altogether, and they are in one room that is two. No blades; they have to talk, or not. S4: he has it on.
scene crossing with Kylo, Rey
  when Kylo.walls < 2 and month > 0 and month < 24
  in brief> {if times is 1: {any: Once the bond opens by itself, and they look at each other until it shuts. | There is one of those evenings on which each of them is suddenly in the other's room.} | else: {any: {times(times)} the bond opens by itself, like a door in a house on a slope. | On {times} evenings there is somebody in the room who is not in the room.}}
  > {any: He is at his desk, helmeted, and there is a girl on the other side of it eating soup. She has no table. The bowl is on her knees. | Rey is under a ship with a wrench in her teeth, and there are black boots beside her that are on another floor, a long way away. | It happens on a stair. He is going down it; she, on no stair at all, is sitting on what would be the landing. | The lamp dips, and she is there, on an upturned crate, unwinding the bandage from her arm. He has a helmet on, indoors. | There is no warning. She is brushing sand out of a filter, and across from her, hands behind him, like somebody who has come about the rent, stands {Kylo}.}
  Kylo>+ {any: He had felt it coming, and had just had time to get the helmet on. | He does not jump. The cloak does, a little. | He has two hundred and six kinds of lock on this ship. | She is smaller, sitting. He had always supposed that it was the sword. | He looks to see whether the door is locked. It is, of course. It always is.}
  Rey>+ {any: There is nothing within reach to throw that she would not want again afterwards. | She has a smear of grease on her nose. She knows that she has, and there is no way to see to it now. | Indoors, she thinks. He wears it indoors. | Her heart goes once, like a dropped spanner. She hopes that it cannot be heard over there.}
  world> {any: For once there is no field, and nobody is holding anything worth mentioning. They hardly know where to look. | He thinks that he is intruding. She thinks that she has been caught. | The bond has no sense of occasion. It may be the only one of the three that has any sense. | Under the helmet he has not shaved.}
  moment at her end: Rey
    * ask him whether it hurts
      +longing "she would like to know"
      +1 "she made it"
      -anger "she is angry"
      ~ guilt += 1
      ~ sorry = yes
      > {any: "Does it hurt?" says Rey. She moves her finger, down her own face, to show which. | "Is it healing?" says Rey, not looking at him. | "They can do things about scars," says Rey. "If it pulls. There's a salve. I could —" She looks about for somewhere to send it.}
      Rey>+ {any: It was out before she could put any scorn on it. | She has wanted to ask that since the snow.}
      world>+ {any: She asks as one asks a stranger on a stair. Nobody has asked him in a year. | He thinks for a moment that she means the other thing. She may. | }
    * tell him to go away
      +anger "she is angry"
      +1 "it is late"
      > {any: "Not now," says Rey. | "Get out," says Rey. "I'm busy." | "Go and haunt somebody with time for it," says Rey.}
      Rey>+ {any: It comes to her that she is not wearing any shoes. | He might at least have knocked. She hears how stupid that is.}
      world>+ {any: If he were to go she would be furious. | He takes it for hatred. It is mostly hair: she has just washed it. | }
    * stay as she is, and say nothing
      +longing "it is company"
      +1 "the next word is his"
      ~ longing += 1 if asked >= 3
      > {any: Rey says nothing. She goes on with what she was doing, more slowly. | She looks at him. She moves over a little, on what she is sitting on, as if it could be of any use to him.}
      Rey>+ {any: If nobody speaks it may last. | It's like having an animal come up to the fire.}
      world>+ {any: It is the first time that they have been in one room and not been asked for anything. | He would stay like that for a week, if his back were not so straight. | }
    -> at his end
  moment at his end: Kylo
    * answer her
      +longing "there is nobody to see"
      +2 "she asked" if Rey.sorry
      -1 "the machine would spoil it" if faith is 2
      ~ said = plain
      ~ longing += 1
      ~ walls -= 1 if Rey.sorry
      > {any: "When it is cold," says the machine. It seems to think that over. "And when I laugh. So, when it is cold." | "You have grease on your nose," says the machine, as though announcing a defeat. | "I have had it looked at," says the machine. After some time it adds: "Thank you." | "It is late here too," says the machine.}
      Kylo>+ {any: It is astonishing what comes out if one does not stop it. | He hears it in that voice, and winces, and nobody can see him do it.}
      Rey>+ {any: She has to bend down over what she is doing, so as not to be seen smiling at a bucket. | The words are perfectly ordinary ones. It takes her a minute to notice what they have been said with.}
      world>+ {any: He says it because {why}. It is the best conversation that either of them has had this year. | Then there is a wall there again, a real one, and each of them goes on facing it. | It is a voice for executions, and it is making conversation. She could listen to it for hours.}
    * put the stones back
      if walls < 2
      is obey
      +1 "she has no business in here"
      -longing "it is company"
      ~ walls += 1
      > {any: He turns his back. In the middle of turning it he is gone. | The visor goes up, like a chin; and then there is only a wall, with a pipe on it.}
      Kylo>+ {any: He shuts it on her like a drawer. He stands there with his hand on the drawer. | That is that. It is very tidy in here now.}
      Rey>+ {any: She says what she thinks of him to the pipe. | It goes dark on that side. It is like being put down in the middle of a sentence.}
      world>+ {any: He closes it because {why}. He had just begun to look at her bare feet. | It is fear, and it has excellent posture.}
    * say nothing until it passes
      +1 "it always does"
      +1 "she is angry, and will go by herself" if seems(Rey.temper) >= strong
      > {any: He says nothing. It lasts about as long as it takes a lamp to burn down by the width of a finger. | Neither of them moves. Then, between one breath and the next, there is one of them in each room.}
      Kylo>+ {any: He would like it entered that he did not blink. She could not have known. | It passes. He finds himself standing nearer to where she was than to where he had been.}
      Rey>+ {any: You can hear it breathe, that thing. In and out, like a person's. | Then he is gone, and the room is exactly as big as it was.}
      world>+ {any: They were both about to speak. | He had got as far as her name. She had got as far as breathing in. | It counts as a meeting. Neither of them would have missed it. | }
    -> end

# S9: the wound. If he will not be looked at, the body sees to it, or does not.
scene fever with Kylo
  when Kylo.wound is infected and month < 24
  +4 "the body keeps its own appointments"
  in brief> {if times is 1: {any: The cut goes bad, and then it does not. | There is a week of fever. | He is hot for some days, and gives odd orders, and nobody writes them down.} | else: {any: {times(times)} he is ill, and tells nobody. | The fever comes {times(times)}. It is getting to know the way.}}
  > {any: {Kylo} puts a hand against the wall, and the hand stays there, and the rest of him slides down it. | He gives an order on the bridge, quite clearly, to somebody who has been dead for two years. | He is found on the floor of his cabin, with the helmet on, by a droid that came about the air. | {Kylo} sits down in the middle of a briefing, on the floor, with great care. They go on with the briefing. | There is a light under {Kylo's} door for two nights. On the third somebody is brave enough to knock. | {Kylo} gets as far as his cabin, and as far as the cot, and not quite as far as lying down.}
  Kylo>+ {any: The cut has gone bad. He can smell it, inside the mask, sweet as fruit. | It is very hot, and he is on a bridge, and somebody in front of him is asking him to take it off. | His face has got too big for what it is kept in. | The floor is beautifully cool. He cannot feel it through the helmet, but he knows about it. | He explains to somebody that it is only skin. They are all very tall, and none of them has a face. | He counts backwards, as he was taught. He keeps on coming to her.}
  world> {any: It is the cut that she gave him, and the helmet that he wears on account of it, and between the two they are doing what neither of them would. | There is a girl who would sit up with him. She has a bandage rolled, even; she does not know for whom. | He is afraid that somebody will see it. He is afraid to that extent. | If he were found to be a man by anybody on this deck, he thinks, it would be all over. It would be over in about an hour, with a lamp and two droids.}
  moment sickbed: Kylo
    * let the droids see to it
      +2 "he would like to live, on the whole"
      is hide
      ~ wound = raw
      ~ helmet = in his lap
      > {any: Metal fingers, and a light that he is not allowed to look away from. It takes under an hour. He holds the helmet on his knees throughout, like somebody waiting for a train. | He lies flat, with his face bare to the lamp, while two droids discuss it. By the morning it is clean. | He is carried in sitting up, and lifts it off himself, in front of two droids and a lamp. One of them drops a tray. The other does what has to be done.}
      Kylo>+ {any: They have no faces themselves. He had never thought of that as tact. | One of them says that it will hardly show. It is programmed to say so. He asks it to say it again. | So it has been seen. The ceiling is still there. | He had thought that somebody would say something. They ask him to hold still.}
      Kylo recalls> {any: He had it seen to. It was nothing. | There was a matter of some dressings. It was dealt with by staff.}
      world>+ {any: So two have seen it, and it has been washed. He will think about that for longer than they do. | It was as easy as that. He does not draw the conclusion; he has it put with the others. | }
      -> end
    * call out for her
      if walls < 2
      +longing "he has called already, and only finds it out now"
      +1 "there is nobody else up"
      is obey
      ~ longing += 1
      ~ walls -= 1
      ~ wound = raw
      ~ Rey.longing += 1
      > {any: He says a name. The machine makes it sound like an alarm. After a time his breathing slows; his head lies as if on somebody's knee. | He turns on his side and says something into the corner where nobody is. Towards morning the shaking stops. | "Are you there?" says the machine to the wall. It says it several times, and then less often. When they come in the morning he is asleep, with one hand open beside his head.}
      Kylo>+ {any: There is a hand on his forehead, dry and rough, under the mask, where no hand could be. It smells of engine grease. He does not ask it anything. | Somebody is telling him about a pump. It is the most beautiful thing that he has heard. Somewhere in the part about the valve he sleeps. | She is there, and she is cross with him about something, a flask, a draught. He has never been so well looked after.}
      Kylo recalls> {any: He slept. It broke by itself. There was nobody there. | It was a fever. One hears all sorts of things.}
      world> {any: She has sat up straight in the dark, a long way off, with her hand out in front of her, hot to the wrist. In the morning she thinks that she was dreaming. | He thinks that he made her up. She thinks that she made him up. Between them they have brought the fever down. | Far away a girl stops in the middle of the word valve, and finds that she has been talking to the dark for an hour, and that her hand is hot.}
      -> end
    * keep the mask on
      +shame "they would have to see it"
      > {any: He lies on his back with the mask on, and burns in it. | "Leave me," says the machine, and they leave him. The door is locked from the inside. | The lamp is out. All that there is of him is the breathing, in, and out, and every time a little farther apart.}
      Kylo>+ {any: It is only a fever. He has had worse from people who loved him. | If it goes wrong, at least it will go wrong in private. | He could lift a hand and take it off. It is a matter of two catches. He lies there and is proud.}
      Kylo recalls> {any: He was ill. He dealt with it. | He was indisposed, and did not wish to be disturbed; nor was he.}
      world>+ {any: A door, a mask, a face; and behind all of it somebody who would so like to be sent for. | He would sooner die than be looked at. It is a figure of speech with most people. | }
      -> crisis
  moment crisis: chance
    * it breaks by itself
      weight 6
      ~ Kylo.wound = raw
      >+ {any: In the grey hour it breaks. He asks for water, through the locked door, in the voice of somebody asking for a report. | On the third morning he comes out, and walks to the bridge, and nobody says anything about his gloves, which are on the wrong hands. | It lets go of him on the second night, all at once, like somebody who has been called away. He sleeps for a day. He is told afterwards that he was on leave.}
      -> end
    * it does not
      weight 1
      >+ {any: On the third day they cut through the door. | On the third day it is so quiet in there that somebody sends for a torch, and then for another kind of torch, and they cut through the door.}
      -> ending mask stays

# S1, S9: time passes. The cut heals, or goes bad.
meanwhile
  ~ month += 1
  -> end if Kylo.wound is not raw
  moment the cut: chance
    * the cut goes bad
      weight 3
      ~ Kylo.wound = infected
    * the cut heals
      weight 4
      ~ Kylo.wound = scarred
    * the cut stays as it is
      weight 13
    -> end

# S15 and the rest: how it may come out.
ending returned "The helmet goes back on"
  > {any: They stand there lit, the two of them, with all of it said and nothing changed, and then they begin. | Then it is the two of them again, a mask and a girl, each behind a light; and they go at it as carefully as people carrying a table down a stair. | Somebody has to move first, and they both do.}
  Kylo> {any: He has answered. There is no getting it back in. | It is all just as it was, and he cannot find his place in it. | It is said, and the sky has stayed where it was. | He has said it, and his knees are shaking, and there is a fight on.} {any: He is hit on the arm almost at once. He has not been paying attention. He would like to go on not paying attention for some time. | The helmet goes on smelling of him, and hissing, and being dark. But somebody has left a window open in it. | She comes at him with all that she has. He parries it as one takes somebody's coat.}
  Kylo recalls> {any: It was a fight like the others. He remembers the {place}, and what the light was like; and he will tell you, before you have asked, that there was something in his eyes that day, dust, and only dust. | They fought, and nobody won. If there was more to it than that, it was in his eyes, and they were streaming; there was a good deal of smoke.}
  Rey> {if modulated: {any: She hears it all the way home, in that voice, and then in the other one. By the time she lands she can no longer tell which of them it was that he said it in. | It was three words, and a bucket said them. She puts them with the few things that she owns. | She will ask again, next month. She would like him to know that it is only for the look of it.} | else: {any: She hears it all the way home, in that hoarse bare voice. She does not need the face, she finds. She would like it; she does not need it. | He had nothing in front of it, not so much as a wire, and he said it. She flies home very low, so as not to spill it.}}
  Rey recalls> {if modulated: {any: It was the voice of the machine; she would swear to it; and it was not. She has both of them written down. | He said it with the helmet on. She always forgets that part, and has to be reminded, by herself.} | else: It was his own voice, through a hole that she had made. She has left out how it sounded. It is hers.}
  world> {any: They fight as well as ever. Neither is trying to win; and since that is the one thing which neither would ever expect of the other, neither finds out. | It is on again, and it hides him from all the world but one. From now on the two of them are wearing it. | To anyone on the ridge it is a fight. It has the steps of one. There is nobody on the ridge.}
ending unlit "Two people not fighting"
  > {any: It is a long time before the red one goes out as well. After that it is too dark to see who moves first. | The red one goes out. "What now?" says somebody in the dark, in no particular voice, and nobody hits anybody.}
  Kylo> {any: Nobody ever taught him the next part. He stands with his hands hanging down, inside the helmet, and waits for someone to tell him what one does. | He would like a blade in his hand, or hers at his throat; anything with a rule to it. There is only the evening. It seems to be meant for him.}
  Kylo recalls> {any: They stopped. He cannot account for it. It was not an order, and he has looked to see whether there had been one. | It got dark. He remembers it as the day when nothing happened, and he has had few of those.}
  Rey> {if modulated: {any: It was in the worst voice in the galaxy and it was true. If she can hear him through that, she thinks, she can hear him through anything. | She leaves it dark. It is only a blade; it is the only thing in the galaxy that she knows how to hold on to, and she leaves it dark.} | else: {any: She knows that voice, and she has broken what was in front of it, and it has not hurt anybody yet. | She leaves it dark. If he strikes now, she thinks, she will at least have heard him say it.}}
  world> {any: There is a war on, behind both hills. It is kept waiting for most of an hour, and has never been told why. | Each has a hand on a hilt, from habit, like people on a landing who have forgotten which of them was leaving.}
ending bare "With his face in the weather"
  > It gets dark slowly. Nobody reaches for anything. {any: In the morning there is a helmet lying in the {place} with {if wind: frost | else: a snail} on it. | When they do get up, they leave something behind them in the {place}. It looks up at the sky, and after a time it {if wind: fills with snow | else: has rain in it, and something drinks from that}.}
  Kylo> {any: It is cold on one side of his face and not on the other. He had forgotten that faces have sides. | She is looking, and he is being looked at. He waits for it to stop being bearable.}
  Kylo recalls> {any: All of it. He remembers all of it. There is no gauze on that one anywhere. | Ask him about that evening. He will tell you where each of the gnats was.}
  Rey> {any: In the end she does look. It is only a scar. It goes where she put it, and the rest of him goes on from there. | She has got what she wanted, and it has ears that stick out. She had not dared to hope for the ears.}
  Rey recalls> {any: There was a scar, and she did not flinch. She has asked herself whether she flinched. She did not. | She saw his face. She does not describe it. People have offered her drinks.}
  world> {any: He had thought that there was nothing behind it, and she that there was one thing. They were both out by a good deal. | He had been sure what she would see. She sees him watching her see it, and that is all that she sees, and she goes on looking.}
ending away "Two seats"
  > {any: The ship lifts on the third try. Nobody looks back, which takes some doing in a ship with that many windows. | From below it is one light more, for a short time, and then it is one of the others.}
  Kylo> {any: His knees are against the panel. He had known that they would be. | She has told him not to touch anything. He sits with his hands in his lap and looks at all that there is not to touch.}
  Kylo recalls> {any: He remembers the noise that it made, and thinking that it would not hold together, and not minding. | He was sick, in a small way. She held the bucket. He has nothing to add.}
  Rey> {any: She mended that seat twice. She said that it was for the weight. | There is enough food for four days, if he eats like other people. He does not look as if he ate like other people.}
  world> {any: In their two camps it is each put down as a death. There are speeches. They are rather better than the truth, and a good deal shorter. | Two sides go on with the war, one short on either. It makes less difference than they had both been told.}
ending home "The room she keeps"
  > {any: There is a lamp in the window. There has been one every night, it turns out; it is only that nobody had come. | It is a small house, for what it has cost. He has to be told which door, and then he has to be told again.}
  Kylo> {any: He has taken it off by the time he gets to the gate. He holds it in front of him in both hands, the way his father used to hold his hat. | He has a sentence, and has had it since the ship. The door opens, and she is so short.}
  Kylo recalls> {any: The window still stuck. He has told that to everyone. It is the only part that he tells. | She said that he was thin. He has left out the rest.}
  Rey> {any: It is not her mother, and it is not her door. She checks the landing gear, and checks it, with her back to the light, and cannot see a thing. | She stays outside with the ship. She can hear nothing at all, and then she hears a cup break, and then a long time nothing, and then somebody laughing, or something like it.}
  world> {any: He had been so sure of a door with nobody behind it. His mother had been so sure that she would have something to say. | Two cups are set out, as on every night for nine years. She has to go back for a third, for the girl; it takes her some time to find where the cupboard has gone.}
ending throne "The other hand"
  > {any: They are magnificent, for a while. People come out of their houses to see them go over, and go back in, and bar the doors. | There is a second chair by the end of the week, as high as the first. From in front one cannot tell which of them is speaking.}
  Kylo> {any: She is on his right, where he has always pictured her. She has started to wear gloves. | He has all that he ever asked for. He goes along the corridors with it at night, looking for somebody to show it to.}
  Kylo recalls> {any: He remembers it as the happiest year. He has had that entered. | She came of her own accord. He tells that part, and then he tells it again.}
  Rey> {any: She never asks him to take it off, now. She has had one made. | It is warm, on this side, and nobody is hungry. She has stopped saying the names. She had got them in the wrong order anyhow.}
  world> {any: She came over to be with the man inside it. He had put it on for good, in order to be somebody whom she would come over to. | He thinks that she took his hand. She thinks that she took his part. It was the hand that was holding the sword.}
ending split "Two halves"
  > He looks from the one half to the other. There is nothing in either. There never was. When he gets up and goes, he leaves them lying there, like the shell of something that has flown or been eaten.
  Kylo> {any: They will make him another. He will tell them that it was lost in action; and it was, he supposes. He has never seen anything lost in quite so much action. | He walks back with nothing on his head, through four checkpoints. Nobody stops him. Nobody knows who it is.}
  Kylo recalls> She broke it. He remembers her face very clearly, for once: she looked like somebody who has dropped a baby.
  Rey> {any: She thought that she would feel free of it. It goes on looking at her, in halves. | She takes one half with her, and cannot have said why; and gets as far as the ship, and goes back, and lays it down with the other.}
  world> The next one has a seam where this one was cut, filled with something red. He asks for that. He does not say why, and they put it down to pride.
ending taken "What she carries"
  > He comes bareheaded to the next field, and the next. People say that it makes him look younger, and do not say it twice. She is not at either.
  Kylo> {any: The wind hurts, and then it hurts less. Children look at him. He goes on turning his good side to people and finding that he has run out of people. | He has been asked if he would like another made. He has said that he would, and has not gone to be measured.}
  Kylo recalls> She has it still. He thinks of it sometimes, quite calmly, like a tooth.
  Rey> {any: She keeps it under her bunk with its face to the wall. On some nights she gets it out, and asks it things. | She has told them that it is a trophy. They want to hang it up, and she says that it is still being cleaned.}
  world> {any: He thinks that she took it to be rid of him. She thinks that he would want it back, if he wanted anything of hers. Neither writes. | She took it so that he should have to come. He stays away so that she need not look. It is all done out of kindness.}
ending his grave "She gets to see it"
  > When it is over she finds the catches, and takes the helmet off him, and closes his eyes, and sits there until it is too dark to see what she has won.
  Kylo> It comes off so easily, in the end. He had always supposed that there would be more to it. There is air on his face, and somebody breathing in fits; it is not disgust. He knows disgust. He would like to tell
  Rey> {any: There is nothing so terrible about it. There is a scar, and a mouth. She could have looked at that every day. | She has it, now, the face; she may look as long as she likes. It does not look back, and that turns out to have been the thing.}
  world> {any: He had expected to be found hideous, and she had expected to be glad. | She has got it off him. That was all that was ever wanted; and there is nobody left to want it of.}
ending her grave "What he keeps"
  > He carries her saber afterward{if saber is in his hand: , as he had carried it before}. It has never once lit for him.
  Kylo> The bond does not end. He had thought that it would. It goes on, at the other end of it, like a room in which somebody has just stopped talking. He can hear it is a small room.
  Kylo recalls> It was quick. He has been over it often enough to know how quick it was.
  Rey> {any: There is time for one picture. She sends it. It is quite a good likeness. | She sees it coming, and sees his hand on it shake, and has time to be sorry for the hand.}
  world> {any: They make much of him for it. The great grey voice says that he is whole. He keeps the helmet on day and night after that, and nobody is left who would ask. | Nobody asks him to take it off. He had thought that it was what he wanted, and he has it, all day long.}
ending lost "Nobody gets up"
  > {if wind: The snow does for both of them what they would not do for each other: it covers the faces. | else: They are found in the morning, by which time it is not easy to say who was winning.}
  Kylo> She has fallen across his arm. It is quite comfortable. He finds that he can move two fingers, and that they know what to do.
  Kylo recalls> There is no one left to do any remembering. It would have been in his favour.
  Rey> It is not how she thought that she would get to lie here. His glove moves. She closes her hand on it, and waits for that to be refused.
  world> The two who find them are from either side. They look for a while, and then, without a word, they dig the one hole.
ending mask stays "The mask stays on"
  > {any: They bury him in it. There is an order about that, in his own hand, quite an old one. Nobody thinks to look. | It is on when they find him, with both catches shut. Nobody cares to be the one who opens it; and so he goes down into the ground as he went about on top.}
  Kylo> {any: It is dark, and it smells of himself, and no one is ever going to ask him again. | She is going to ask again; it is nearly the month for it. He means to get up for that.}
  Kylo recalls> {any: He does not remember dying. He would have said that it was nothing. | It was nothing. It was seen to by nobody.}
  Rey> She is halfway through a sentence to somebody, about a pump. She puts down what she is holding. She puts it down very carefully; and it is some time before she can be got to say what is the matter.
  world> {any: There were two droids on that deck who could have done it in an hour, and somebody who would have walked there. He had only to let one of them see. | He was afraid that it would show. It does not show at all.}
ending weary "Another year" when month is 24
  > {any: It is still going on, as far as anyone knows. The stories only stop because people have stopped carrying them. | Two years of it. On both sides there are charts, with pins, and whoever keeps them has begun to suspect that the pins are courting. | Nobody has ever been able to say who won. In time it stops being asked, like the age of a bridge.}
  Kylo> {any: She will be at the next one. She will ask. He has something that he might say to it, and he has nearly got it ready. | He keeps it on. She keeps coming. He has begun to think of it as a kind of household. | One of these days he will surprise her. He has been going to for some time. | He has got quite good at it. He could not tell you at what.}
  Kylo recalls> {any: He remembers every one of them. Ask him. Ask him about the {place}. | There were a great many of them. He has most of the weather.}
  Rey> {any: She will ask once more, and that will be the last time. | She has packed for the next one already. There is a second ration bar in the bag; there always is. | It has got so that she can tell the months by his bruises. | She has thought of stopping. She has thought of it on the way to every one of them.} {if Rey.asked >= 3: She has asked him for everything that she could think of, and he has not said no to any of it. He has just never said anything. | else: She has hardly asked him for anything, when she comes to think. She has been so busy hitting him.}
  world> {if Kylo.shame is consuming and Rey.longing >= strong: {any: He is sure that she wants to see it so as to be disgusted. She wants to see it, and that is the whole of the sentence. | There is a face that she would know anywhere and has seen once; and he keeps it in a box, to spare her.} | if Kylo.shame is none: There is nothing much under it now that he minds her seeing. It has become a habit; he would take it off if somebody were to catch him between two breaths and ask. | else: {any: The helmet has been talked about so long that it could almost answer for itself. | Each would give the war for the other's good opinion. It has never been put to them in that form.}}

# S8, S10, S13, S14, S15: shapes to look for in a run.
motif mercy repaid
  Kylo: let her live
  then Rey: let him live
motif last act
  Kylo: take it off, and throw it at her feet
  next Rey: pick it up, and come to him
  then Rey: say that she is sorry, and put it in his lap
  then Kylo: put it on again
  then Kylo: answer her
  then ending returned
motif whole course
  they drop / they drop where they are
  then Kylo: let her live
  then Rey: let him live
  then Rey: spit at his feet
  then 3 times Kylo: grunt, and give her nothing
  then Rey: ask him to open his walls
  then Rey: ask him to leave the Dark
  then Rey: beg him to come away with her
  then Kylo: take it off, and throw it at her feet
  then Rey: pick it up, and come to him
  then Rey: say that she is sorry, and put it in his lap
  then Kylo: put it on again
  then ending returned
motif recognition
  Kylo: take it off, and throw it at her feet
    when seems(Kylo, Rey.disgust) >= strong
  then last word / answer her
    when seems(Kylo, Rey.disgust) is none
motif hands off
  Rey: let him live
  next Rey: bend down to take the helmet off
  next Kylo: lash out
  next Rey: spit at his feet
motif guilt unheard
  Rey: pick it up, and come to him
    when Kylo.walls is 2
motif heard anyway
  chance: her blade catches the grille
  then Rey: let him live
  without scene duel
motif given away
  Kylo: give up the claim
  then Kylo: throw her the saber
motif yes in the end
  ending away
    or ending home
    or ending bare
    or ending unlit
promise every story ends
promise never: ending unresolved
promise in 5% to 40% of stories: ending returned
promise in 3% to 40% of stories: ending bare
promise in 3% to 50% of stories: last act
promise in 3% to 60% of stories: mercy repaid
promise in 2% to 60% of stories: recognition
promise in at least 10% of stories: yes in the end
promise in at most 35% of stories: ending weary
promise in at most 20% of stories: ending mask stays
promise 6 to 24 scenes on average
promise Rey can reach in at least 20% of stories: ending returned
promise Kylo can reach in at least 20% of stories: ending bare
