# Two people at war, a helmet, and a bond that will not keep its mouth shut.
# The rows S1 to S19 that the comments name are those of the design's table: what the story does, and what carries it.

# S19: a part of a series, with a note before it, notes after it, and whose side it is told from (S18).
title "The Helmet"
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
scale wound:   scarred "a scar" < raw < infected

# S1, S9, S12, S13, S16: what both of them can see. The month is a clock and nothing else.
fact month: 0..24
fact place: wastes | forest "pine wood" | meadow "moss field"
fact wind means place is wastes
fact saber: in her hand | in the moss | in his hand            # the one that was his grandfather's
fact helmet: worn | at her feet | in her hands | on her head | in his lap for the scene
fact voice: machine | bare for the scene                       # S4: a channel of its own; the grille can break while the mask holds
fact plea: nothing | the helmet | the walls | the Dark | his mother | come away for the scene
fact hush: yes/no for the scene                                # S5: the bond holds its breath

kind duelist
  open  spent: 0..3 for the scene
  keeps owed toward each duelist: 0..1                         # S8: a life

# S3, S4, S6, S14, S16: what he feels, what comes out of the mask, and what he is sure of.
person Kylo (he) called "Ren" by Rey, a duelist
  open  wound: wound = raw
  open  eyes: up | down for the scene
  open  said: unsaid | hard | plain for the scene              # S4: words, whatever voice they come in
  feels longing: feeling
  feels shame: feeling = consuming
  feels anger: feeling = strong for the scene
  feels regret: feeling for the scene
  feels ache means longing for the scene                       # the part of it that can be heard or seen
  feels hurt means shame for the scene
  keeps walls: 0..2 = 2
  keeps faith: 0..2 = 2                                        # in the Dark, and in the one who taught him
  keeps claim: yes/no = yes                                    # the saber is his, whoever is holding it
  expects Rey.disgust = consuming
  shows anger as max(anger, shame) while voice is machine      # the modulator: shame comes out as anger
  shows anger
  shows ache while voice is bare                               # longing does not come through the modulator
  shows regret while said is plain                             # an apology does: it is in the words
  shows hurt unless helmet is worn                             # the face
  reads Rey.disgust as max(Rey.disgust, Rey.guilt) while shame is consuming
  tends to hide: -shame "she would see the scar"
  tends to yield: +longing "he is so tired of wanting it"
  tends to obey: +faith "there is still the one who taught him"

person Rey (she), a duelist
  open  asked: 0..5
  open  sorry: yes/no for the scene
  feels longing: feeling = strong
  feels anger: feeling
  feels guilt, disgust: feeling for the scene
  feels temper means anger for the scene                       # what can be seen of it
  feels pictures means longing for the scene                   # S5: what she will not say, in the form in which it gets out
  shows temper
  shows guilt while sorry
  shows disgust, guilt unless helmet is worn or Kylo.eyes is down      # there has to be a bare face, and he has to look
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
  +2 "they cannot leave each other alone"
  fact edge: -2..2                                             # above nothing: his
  in brief> {if times is 1: {any: They fight again, in the {place}. It settles nothing. | There is one more, in the {place}, of the kind that leaves only bruises. | Another field, another month. Both of them walk away from it, in opposite directions. | They meet in the {place} and part there.} | if times is 2: {any: They meet twice more, and nobody falls. | Two fights go by that differ only in the weather. | Twice more they light the place up, and twice more nothing comes of it.} | else: {any: {times} more times they meet, and {times} more times nobody falls. | There are {times} fights that differ only in the weather. The healers on both sides have stopped asking. | {times} fields, one after the other, and at the end of each two people limping off it. | They have it out {times} times more, and it stays in.}}
  Kylo in brief>+ {if Rey.asked >= 4: {any: She asks every time. He has a way of not hearing it. | He could say her part for her by now, with the pauses. | She has a new way of asking and he has the old way of not answering. | } | else: {any: She wants it off. He wants her to stop wanting it. | He keeps it on. It is not a position; it is a helmet. | }} {if Kylo.wound is infected: {any: The mask has begun to smell of him. | What is under the mask is hot to the touch. He does not touch it.}}
  Rey in brief>+ {if Rey.asked >= 4: {any: She tells herself each time that this is the last time she will say it. | She asks. She has begun to ask in her sleep. | She has caught herself rehearsing, with gestures. | } | else: {any: He does not answer, in a number of ways. | She asks the helmet, and the helmet looks at her. | }}
  > {any: They find each other in the {place} | It is the {place} this time | Somebody's war has moved on and left them the {place} | She is at the edge of the {place} before he is | There is smoke over the {place}, and under it the one person who would be there | The two armies are elsewhere. In the {place} there are only the two of them | A ship comes down on one side of the {place}, and a minute later a ship comes down on the other}{if wind: {any: , and the cold is coming sideways off the ridge | , with a wind that has teeth in it | , in a gale that takes the ends off words | , and the air is so cold that it rings} | else: {any: , and there is no wind at all | , in weather too good for it | , with a late sun lying along the ground | , and somewhere a bird that has not been told}}. {if saber is in his hand: {any: She has a borrowed blade, and holds it like something borrowed. | Two sabers hang at his belt. Only one of them is red. | The blade she lights is green and belongs to somebody dead. | She has come with another person's weapon, and looks at his belt before she looks at him.}}
  Kylo>+ {any: He has rehearsed this with his hands and not with his mouth. | He felt her an hour off, the way a tooth feels weather. | He tells himself that he has come for the saber. | He is not late. He is never late for her, and he would like that struck from the record. | There were four other places that he ought to have been today, and he outranks all of them. | Inside the helmet it is always the same time of day.} {if Kylo.wound is infected: {any: The cut has its own pulse, a little behind the other one. | He is hot, and then cold, and in neither case is it the weather. | Something in the mask smells sweet. It is him.} | if Kylo.wound is raw and wind: {any: The wind goes in at the seam of the mask and along the cut like a finger along a shelf. | New skin does not like the cold. He had that from the droids and now he has it from the cold. | The half-closed cut feels every gust before his coat does.} | if Kylo.wound is raw: {any: The cut itches. That is supposed to be good news. | The new skin pulls when he sets his jaw, and he is always setting his jaw.}}
  Rey>+ {any: She knows his walk before she knows his shape. | She has slept four hours in two days, and all four were about him. | She checks the ground, the light, her grip; she does not check her heart. | A whole head's worth of nothing looks back at her. | She told them that she was going to look at a crashed freighter. There is a crashed freighter. She has not looked at it. | She is always glad first. The other thing comes half a breath after, and she has got quick at hiding the half breath.} {if saber is in his hand: {any: What is at his belt pulls at her palm like a bad habit. | Her own hum is across the field from her, on the wrong hip.}}
  world> {any: Both of them slept badly. Both of them have put it down to the bunk. | He looks like rage with boots on. Under it there is a young man wondering whether the scar shows through. | Each of them has told somebody, today, a small lie about where they were going. | Neither has been sent. Either would tell you otherwise.}

  # S12: five demands, each with more at stake than the one before; S10: anger makes her forget that she had one.
  moment demand: Rey
    * ask for the helmet
      is beg
      +1 "she has seen what is under it"
      -2 "he has heard that one" if asked >= 3
      ~ asked += 1
      ~ plea = the helmet
      > {any: "That thing on your head," says Rey. "Off." | "Show me who I'm fighting." She has to say it over the noise of both blades. | "You can hear me in there, can't you?" Rey raps on her own temple with two knuckles. "Off." | "You had a face the last time anybody was honest with you. What did you do with it?" | "I'm not talking to a bucket," says Rey. | "Is it stuck?" says Rey. "Is that what it is? I've got tools." | "Who is it for?" she says. "There's nobody here but me. Who are you wearing it for?"}
      >+ {first: | then: {any: It is the {nth(Rey.asked)} thing that she has asked him for, if anyone is counting. | She has said it before, in other weather. | The demand is not new. It has moved up a tone, like a kettle. | }}
      Kylo>+ {any: He would sooner give her his sword arm. | The scar tightens, as if she had called it by name. | Somebody asked him that on a bridge once. He took it off that time, and look. | She says it as if it were a hat. | What does she think is in here? He has been in here for years, and he would not come this far to see it. | Off, she says. It has been easier to take off heads.}
      Rey>+ {any: She hears how it sounds. She lets it stand. | It was meant to be a taunt. It comes out as a request. | She only wants to see whether he looks as tired as she is. | She has stood opposite that thing for so long that it has started to have expressions. | For reasons of tactics, she tells herself. One ought to see the eyes.}
      world>+ {any: {if Kylo.shame is consuming: What he hears is: let me see what I did to you. What she means is: let me see you. | else: He very nearly puts up a hand to check that it is still there.} | She asks because {why}. Nobody has told him that, and she is not about to.}
    * ask him to open his walls
      if asked >= 1
      is beg
      +1 "the helmet is only the outermost one"
      -2 "he has heard that one too" if asked is 5
      ~ asked += 1
      ~ plea = the walls
      > {any: "Not the helmet, then. The rest of it," says Rey. "Let me in." | "I know that you're behind there. I've stood in that room." | "You left the door open once," says Rey. "I didn't break anything." | "You used to leave it ajar, and I used to complain. Ajar, then. I'll take ajar." | "It's like shouting into a cupboard," says Rey, and lays two fingers to the side of her head. "Open up."}
      Kylo>+ {any: She knocks on the inside of his skull with one knuckle, and waits, like a guest. | She has her palm flat against the wall. He can feel which stone. | He has made a fool of himself in that room already, and she was there. | There is a place low down in the wall where the mortar never took. She has found it. She does not push. She breathes on it. | He checks the stones one after another, the way other men pat their pockets.}
      Rey>+ {any: Where he used to be there is a smooth place, like the gum over a lost tooth. | She leans on the silence with her whole weight. It does not so much as creak. | She had a lodger in her head for a winter, and hated it, and look at her now. | It smelled of rain in there, she remembers. It was an odd thing for the inside of him to smell of.}
      world>+ {if Kylo.walls is 0: {any: There are no walls left to speak of. She is knocking on an open door, and he is standing behind it, holding it, not breathing. | She has not noticed that it is open. He has not noticed that he opened it.} | if Kylo.walls is 1: {any: She is nearer than she thinks. | There is a hole already, about as wide as a hand. Pictures go through it.} | else: {any: The wall is three years thick, and it was built from the inside by a child. | Nothing gets through. She tries it with kindness, which he has no stones for.}}
    * ask him to leave the Dark
      if asked >= 2
      is beg
      +1 "it is the Dark that put the helmet on him"
      -1 "she has seen what it does to people who ask"
      ~ asked += 1
      ~ plea = the Dark
      > {any: "He does not love you," says Rey. "He has never even liked you. Leave him." | "Put it down. The name, and the master, and the rest of it." | "What has it ever given you?" says Rey. "Tell me one thing. I'll wait." | "You're no good at it," says Rey. "You should hear how the others talk about you. You keep minding things." | "You could just stop," she says. "People do. They get up one morning and they don't."}
      Kylo>+ {any: Somewhere a great grey attention turns over in its sleep. | There is an answer to that. He has been made to learn it by heart. | He looks for the one thing, and goes on looking for longer than he would like. | If he put it down he would have nothing in his hands, and there is so much on them.}
      Rey>+ {any: She hears herself say it, in front of everybody he has killed, and goes on. | It is treason to want this, of somebody. She has not worked out of whom. | He does not laugh at it. She had been braced for the laugh. | She was not going to say that one until next year.}
      world>+ {if Kylo.faith is 0: {any: He has not believed in it for some time. He has nowhere else to keep his things. | It is a good speech. It is three weeks late: he has stopped already, and told no one.} | else: {any: One of the people who would have to forgive him is asking him to let her. | He holds his breath, and the modulator, which has nothing to work with, hisses.}}
    * ask him to go home to his mother
      if asked >= 3
      is beg
      +1 "there is a woman who sets out two cups"
      ~ asked += 1
      ~ plea = his mother
      > {any: "She keeps a room," says Rey. "She thinks that nobody knows." | "Your mother asks me whether you're eating. She asks it as a joke." | "I came straight from her table," says Rey. "She knows where I am. She wouldn't say so, but she put food in my bag, and it's enough for two." | "She's got old," says Rey. "You should know that. Somebody should tell you. She's got old waiting, and she's terribly good at it." | "Go home. Not for me. There's a lamp, and it's costing her a fortune."}
      Kylo>+ {any: He had a mother in the way one has a country, once, before the borders moved. | It is the room that does it. He knows which room. He knows about the window that sticks. | He would like her to go back to shouting about the helmet. | One cannot walk in at a door with those hands on. He has looked at it from every side.}
      Rey>+ {any: She promised that she would not bring that up. She has promised a lot of things. | She says it to be cruel and it comes out kind, or the other way about. | It is not even her mother. It is only the nearest one.}
      world>+ {any: In that room the bed is made up fresh on the first of every month, by a general, with her own hands. | Neither of them has parents to speak of. They speak of them.}
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
      world>+ {any: She would go. That is what would surprise them both. | Behind two hills, two escorts are looking at their clocks.}
    * attack without a word
      +2 * anger "she is angry"
      +1 "words have not worked" if asked >= 3
      -1 "there is something she wants to ask him first" if longing >= strong
      > {any: She does not waste breath on words. | No questions today. | This time the blade does her talking. | She comes across the {place} at a run, and whatever she was going to say she has left on the other side of it. | Rey says nothing. She only rolls her shoulder once, like someone about to lift a thing. | There is no demand. There is hardly a greeting.}
      Kylo>+ {any: Good. This he knows how to do. | It is almost restful. | He finds that he had been waiting for the question. It is a nuisance, like a missing stair. | He had an answer ready this time, too. It was a grunt, but he had worked on it.}
      Rey>+ {any: If she opens her mouth she will ask. | She has names in it today instead of words, and they are all of the dead. | Not one word. He can see how he likes it.}
      world>+ {any: She has a question ready and swings it at him. | | He is relieved, and she can see nothing of it; he is disappointed, and he can see nothing of it either.}
      -> blades
    -> answer

  # S2, S10: he refuses, and picks the refusal that makes her angry, because that is easier to meet than the other thing. S6: or he lets a word in.
  moment answer: Kylo
    * lunge
      +anger "anger is a thing that he knows what to do with"
      +1 "the scar is not for her to look at" if plea is the helmet and shame >= strong
      -1 "he is tired of this" if Rey.asked >= 4
      ~ spent += 1
      > {any: He goes for her instead of answering. | His answer is red, and arrives at the height of her ribs. | Three strides, and the talking is over. | He is already moving. The last of her words goes past him and is lost among the stones. | He lunges, the way other people clear their throats. | The mask says nothing. The arm is more forthcoming.}
      Kylo>+ {any: There. Now there is something to do. | Whatever that was in his chest, it can come along if it keeps up. | He swings at the question. It was in front of her. | {if shame >= strong: The scar burns, and he hits the nearest thing with it. | else: It is a habit more than a temper, by now.}}
      Rey>+ {any: He might have let her finish. | It was quite a good sentence, too. | He always breathes in first. She has never told him. | Well, he heard it, then. One does not hit what one has not heard.}
      world>+ {any: He does it because {why}. It looks like strength from where she is standing. | She sees rage. It is the only one of his feelings that knows the way out.}
    * grunt, and give her nothing
      +2 "her anger is easier to meet than her longing" if seems(Rey.pictures) >= strong
      +1 "she forgets what she came for once she is angry" if seems(Rey.temper) >= strong
      +1 "silence has always been a wall"
      ~ Rey.anger += 1
      ~ Rey.longing -= 1 if Rey.anger is consuming
      ~ anger -= 1
      > {any: A noise comes out of the mask that is not a word in any language. | He grunts. The modulator gives it its full attention. | He says nothing, at length. | He turns the blade in his wrist, once, and waits for her to be finished. | "Hm," says the machine. | There comes out of the grille what might be a syllable, if one were generous.}
      Kylo>+ {if seems(Rey.temper) is consuming: {any: There: the anger. He knows his way about in that. | He watches her forget what she came to ask. It is almost a comfort; it is very nearly a pleasure. | Up it comes, and whatever soft thing was behind it goes out like a lamp. Good. He breathes. | She is so much simpler like this, and so is he.} | if seems(Rey.pictures) >= strong: {any: She has him in her head with the eyes much too kind. It will not do. He gives her another grunt, for the eyes. | A picture comes through, a mouth, his, kept the way people keep letters. He grunts at it until it goes. | He would a hundred times rather be hated than be looked at like that by somebody with her eyes shut.} | else: {any: She goes on standing there, wanting something. He looks past her ear. | He has found that if one gives her nothing for long enough she will bring something of her own. | There is a good deal that he does not say. It is getting crowded.}}
      Rey>+ {if anger is consuming: {any: It takes her a moment to notice that she no longer wants to see his face. She wants to break it. | Fine, then. Fine. | She had come here with something in her hands and now it is a fist. | What did she want? She wanted to hit him. That must have been it.} | else: {any: It should not sting. It stings. | She could have had this conversation with a door. | One word. She would have settled for a rude one. | She can feel herself getting angry, and she can feel that he can feel it.}}
      world>+ {any: He does it because {why}. | It costs him more than she will ever hear. That is what the modulator is for. | She takes it for contempt. It is what a wall sounds like, holding.}
    * let her words in
      +longing "he wants to hear the end of the sentence"
      +1 "she has asked so many times" if Rey.asked >= 3
      -1 "the last time he bared himself it made a fool of him"
      ~ walls -= 1
      ~ longing += 1
      ~ faith -= 1 if plea is the Dark
      > {any: He is a beat late with his guard. | The red blade comes down by the width of a hand. It goes back up, but it came down. | He does not move. The wind or the hum of the blade is all there is to hear. | His head turns a little to one side, like someone's who has heard his name in another room. | For the length of two breaths he does nothing whatever with his sword.}
      Kylo>+ {any: One stone comes out of the wall. He can feel the draught. | It is not that he agrees. It is that he heard her, all the way down. | He hears it. He goes on hearing it. | {if plea is his mother: There is a window in him that sticks, too, and it gives. | if plea is the Dark: It is a very small sentence to have got so far in. | else: He puts it away to be dealt with later, and finds that there is a drawer full.} | Just once, he thinks, and lets go of something that he has been holding since he was ten.}
      Rey>+ {any: Something gives in him by a finger's width. She feels it the way one feels a step that is not there. | She did not think that it would work. She has no idea what to do next. | There. There! She keeps her face very still, as one does with birds. | For a moment there is that smell of rain.}
      world>+ {any: He lets it in because {why}. That is how walls go: they are not broken, they are tired. | Neither of them will mention this. It is the most that has happened all year. | She thinks that she has failed again. She is a little less outside than she was.}
    * tell her whose work the scar is
      if plea is the helmet
      +1 "shame has to go somewhere" if shame is consuming
      +1 "let it be hers for once"
      -2 "it would be telling her that it hurts"
      ~ said = hard
      ~ Rey.guilt += 1
      ~ shame -= 1
      > {any: "You know what is under it," says the machine that he speaks through. "You drew it." | "You have seen it," he says. "You were there. You were holding the other end." | "It is your own work that you want to look at," says the grille. "They are all so vain, artists." | "I keep it covered," says the machine, "so that you may sleep."}
      Kylo>+ {any: It goes in. He watches it go in, and waits to feel better. | It was meant to be hers now. It turns out that there is enough for two. | It is the longest thing that he has said to her since the winter. | {if wound is scarred: It has healed flat, as it happens. He does not tell her that. | else: It throbs, like a thing that has been mentioned.}}
      Rey>+ {any: She did. In the snow, with both hands. | It lands where he aimed it. | She has been so busy asking to see it that she had forgotten whose it was. | She can feel again how easily it went: like a line under a sum.}
      world>+ {any: He says it to wound. It is also the first true thing that he has told her about himself, and the machine flattens both. | She hears the cruelty; that comes through perfectly.}
    * throw her the saber
      if saber is in his hand and not claim
      +2 "it is hers, and he is tired of its weight"
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
      +2 "there are two seats"
      > He lowers the blade. He looks at the hill, and at her, and at the hill. "What would we eat?" says the machine.
      Kylo> It is all that he can think of to say. He has said yes, he notices. It was inside the question.
      Rey> She does not laugh. If she laughs now it will turn into something else, and she has to fly.
      world> They have each thought of this, in detail, for a year. Neither of them has given a thought to food.
      -> ending away
    * say the old name aloud
      if plea is his mother and faith < 2 and walls < 2
      is yield
      is obey
      +1 "someone keeps a room"
      -1 "the dead cannot go home"
      > "Ben," says the machine. It has never had to carry that one before. It breaks on it, and he says it again, to be sure. "Tell her that Ben is —" And then, because there is no end to that sentence that can be sent by messenger: "I will tell her."
      Kylo> It is short, for a name. There was room in it, after all, for someone of his size.
      Rey> The voice is the same voice, all gravel and wire. The word gets through it like a hand through a fence.
      world> Under the mask his lips go on making the shape of it, with no sound, to see whether it still fits.
      -> ending home
    -> blades

