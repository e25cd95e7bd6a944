"""Writes a world as a Mesa model: a Python module with an agent for each person and a model of the story.

    python benchmarks/peers/helmet_mesa.py > helmet_model.py

Who decides a moment has it as a method, the model has what chance decides and what just happens. A method decides, changes what
follows, and returns the method that comes next, or None when the scene is over; a step of the model is a scene and the time after
it. It needs nothing but Mesa: the module does not import unmask.
"""

from collections.abc import Iterable, Iterator

if __package__:
    from .flat import Flat, Infix, Looked, Place, identifier
else:
    from flat import Flat, Infix, Looked, Place, identifier

import unmask
from unmask.run.state import Belief
from unmask.world.model import CHANCE, MOST_POINTS, UNRESOLVED, Arrow, Effect, Expression, Moment, Motive, Option, Passage, Scene, World

_HEAD = '''\
"""{title}, as a model for Mesa: written by benchmarks/peers/helmet_mesa.py. `play` gives the ending of one run."""

import mesa


def play(seed):
    """One run, from its beginning to its end."""
    story = Story(seed=seed)
    while story.running:
        story.step()
    return story.ending

'''

_MODEL = '''
class Story(mesa.Model):
    """What both can see, what chance decides, and the order of things."""

    def __init__(self, seed=None):
        super().__init__(seed=seed)
'''

_STEP = '''
    def step(self):
        """A scene, and the time after it."""
        moment = self.next_scene()
        while moment is not None:
            moment = moment()
        if self.running:
            self.scene_over()

    def over(self, ending):
        """The story ends here."""
        self.ending = ending
        self.running = False

    def drawn(self, *weights):
        """The place of one of the weights, drawn in proportion."""
        left = self.random.random() * sum(weights)
        for place, weight in enumerate(weights):
            left -= weight
            if left < 0:
                return place
        return self.random.choices(range(len(weights)), weights)[0]  # rounding left nothing over, once in a very long time
'''


def mesa_of(world: World) -> str:
    """The module's text."""
    return "\n".join(_Writer(Flat(world)).module()) + "\n"


class _Writer:
    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self.infix = Infix(flat, self._name, "max", "min")
        self.people = list(flat.world.people)

    def module(self) -> Iterator[str]:
        """Every line."""
        yield _HEAD.format(title=self.flat.world.cover.title)
        for person in self.people:
            yield from self._agent(person)
        yield _MODEL.rstrip("\n")
        yield from (f"        self.{identifier(person)} = {_class(person)}(self)" for person in self.people)
        yield from (f"        self.{_field(place)} = {value}" for place, value in self.flat.start.items() if not _keeper(place))
        yield '        self.ending = ""'
        yield _STEP.rstrip("\n")
        yield from self._next_scene()
        yield from self._scene_over()
        for scene in self.flat.scenes:
            yield from self._opening(scene)
        yield from self._moments("")

    def _agent(self, person: str) -> Iterator[str]:
        yield f"\nclass {_class(person)}(mesa.Agent):\n"
        yield "    def __init__(self, model):"
        yield "        super().__init__(model)"
        yield from (f"        self.{_field(place)} = {value}" for place, value in self.flat.start.items() if _keeper(place) == person)
        yield from self._moments(person)
        yield ""

    # ── the order of things ──

    def _next_scene(self) -> Iterator[str]:
        body = []
        weights = [self._weight(self._points(scene.motives), scene.conditions) for scene in self.flat.scenes]
        body += [f"weights = ({', '.join(weights)})"]
        if all(scene.conditions for scene in self.flat.scenes):
            body += ["if not any(weights):", f'    return model.over("{UNRESOLVED}")']
        body += ["scene = model.drawn(*weights)"]
        ways = [[f"return model.{identifier(scene.name)}"] for scene in self.flat.scenes]
        yield from self._method("next_scene", "The scenes that can play, by what speaks for them.", [*body, *_chain("scene", ways)], "")

    def _scene_over(self) -> Iterator[str]:
        body = [f"{self._name(place)} = {self.flat.start[place]}" for place in self.flat.short_lived]
        for scene in self.flat.meanwhiles:
            body += [f"moment = model.{identifier(scene.name)}()", "while moment is not None:", "    moment = moment()"]
            body += [] if scene is self.flat.meanwhiles[-1] else ["if not model.running:", "    return"]
        yield from self._method("scene_over", "What was for the scene is forgotten, and time goes by.", body, "")
        for scene in self.flat.meanwhiles:
            yield from self._opening(scene)

    def _opening(self, scene: Scene) -> Iterator[str]:
        body = [*self._look(self.flat.looked(scene.people)), *self._passage(scene, scene.opening), *self._arrows(scene, scene.arrows)]
        if scene.moments and not _leaves(scene.arrows):
            body.append(f"return {self._method_of(scene, scene.moments[0])}")
        yield from self._method(identifier(scene.name), f"The scene `{scene.name}` opens.", body, "")

    def _moments(self, owner: str) -> Iterator[str]:
        for scene in (*self.flat.scenes, *self.flat.meanwhiles):
            for moment in scene.moments:
                if moment.owner == owner or (not owner and moment.owner == CHANCE):
                    yield from self._method(
                        _method_name(scene, moment), f"{scene.name}: {moment.name}.", self._moment(scene, moment), owner
                    )

    def _moment(self, scene: Scene, moment: Moment) -> list[str]:
        body = [*self._passage(scene, moment.opening)]
        ways = []
        common = [*self._passage(scene, moment.closing), *self._arrows(scene, moment.arrows)]
        for option in moment.options:
            way = [f"# {option.label}", *self._passage(scene, option.passage), *self._arrows(scene, option.arrows)]
            ways.append([*way, "pass"] if len(way) == 1 else way)
        if len(ways) == 1:
            body += ways[0]
        elif ways:
            weights = ",\n    ".join(self._weight(self._weight_of(option), option.guards) for option in moment.options)
            body += [*f"chosen = model.drawn(\n    {weights},\n)".split("\n"), *_chain("chosen", ways)]
        return [*body, *common]

    def _arrows(self, scene: Scene, arrows: Iterable[Arrow]) -> Iterator[str]:
        for arrow in arrows:
            to = "None"
            if arrow.to == "moment":
                to = self._method_of(scene, scene.moment(arrow.name))
            elif arrow.to == "ending":
                to = f'model.over("{arrow.name}")'
            if arrow.condition is None:
                yield f"return {to}"
                return
            yield from (f"if {self.infix.bare(arrow.condition)}:", f"    return {to}")

    # ── weights ──

    def _weight_of(self, option: Option) -> str:
        return self._points(option.motives) if option.weight is None else self.infix.bare(option.weight)

    def _points(self, motives: tuple[Motive, ...]) -> str:
        terms = []
        for motive in motives:
            if motive.condition is None:
                terms.append(self.infix.text(motive.points))
            else:
                terms.append(f"({self.infix.bare(motive.points)} if {self.infix.bare(motive.condition)} else 0)")
        text = " + ".join(terms)
        if not terms:
            return "1"
        return f"2.0 ** {f'max(-{MOST_POINTS}, min({MOST_POINTS}, {text}))' if self.flat.need_clipping(motives) else f'({text})'}"

    def _weight(self, weight: str, conditions: tuple[Expression, ...]) -> str:
        write = self.infix.bare if len(conditions) == 1 else self.infix.text
        tests = " and ".join(map(write, conditions))
        return f"{weight} if {tests} else 0" if tests else weight

    # ── what changes ──

    def _passage(self, scene: Scene, passage: Passage) -> Iterator[str]:
        if passage.effects:
            for effect in passage.effects:
                yield from self._effect(effect)
            yield from self._look(self.flat.looked(scene.people, passage))
            for ending in self.flat.endings_after(passage):
                assert ending.condition is not None
                yield from (f"if {self.infix.bare(ending.condition)}:", f'    return model.over("{ending.name}")')

    def _effect(self, effect: Effect) -> Iterator[str]:
        line = f"{self._name(effect.variable)} = {self.infix.new_value(effect)}"
        if effect.condition is None:
            yield line
        else:
            yield from (f"if {self.infix.bare(effect.condition)}:", f"    {line}")

    def _look(self, news: Iterable[Looked]) -> Iterator[str]:
        for belief, routes, readings in news:
            seen = self._ways(belief, routes)
            if readings:
                always = any(condition is None for condition, _ in routes)
                read = [*self._ways(belief, readings), "else:", *(f"    {line}" for line in seen)]
                tests = [condition for condition, _ in routes if condition is not None]
                test = " or ".join(map(self.infix.text, tests)) if len(tests) > 1 else self.infix.bare(tests[0])
                seen = read if always else [f"if {test}:", *(f"    {line}" for line in read)]
            yield from seen

    def _ways(self, belief: Belief, ways: list[tuple[Expression | None, Expression]]) -> list[str]:
        lines: list[str] = []
        for condition, value in ways:
            line = f"{self._name(belief)} = {self.infix.bare(value)}"
            if condition is None:
                return [*lines, "else:", f"    {line}"] if lines else [line]
            lines += [f"{'elif' if lines else 'if'} {self.infix.bare(condition)}:", f"    {line}"]
        return lines

    # ── methods and names ──

    def _method(self, name: str, says: str, body: list[str], owner: str) -> Iterator[str]:
        """A method of a person, or of the model; whoever it speaks of has a name of their own in it."""
        text = "\n".join(body)
        yield f"\n    def {name}(self):"
        yield f'        """{says}"""'
        if "model." in text or any(f"{identifier(person)}." in text for person in self.people if person != owner):
            yield f"        model = self{'.model' if owner else ''}"
        for person in self.people:
            if f"{identifier(person)}." in text:
                yield f"        {identifier(person)} = {'self' if person == owner else f'model.{identifier(person)}'}"
        yield from (f"        {line}" for line in text.split("\n"))

    def _method_of(self, scene: Scene, moment: Moment) -> str:
        owner = moment.owner if moment.owner in self.people else ""
        return f"{identifier(owner) or 'model'}.{_method_name(scene, moment)}"

    def _name(self, place: Place) -> str:
        return f"{identifier(_keeper(place)) or 'model'}.{_field(place)}"


def _keeper(place: Place) -> str:
    """Who has the field: a belief is its observer's."""
    return place.observer if isinstance(place, Belief) else place.owner


def _field(place: Place) -> str:
    if isinstance(place, Belief):
        return identifier("seen", place.of.owner, place.of.name, place.of.toward)
    return identifier(place.scene, place.name, place.toward and f"toward {place.toward}")


def _method_name(scene: Scene, moment: Moment) -> str:
    return identifier(scene.name, "at", moment.name)


def _class(person: str) -> str:
    return identifier(person).title().replace("_", "")


def _leaves(arrows: tuple[Arrow, ...]) -> bool:
    return any(arrow.condition is None for arrow in arrows)


def _chain(what: str, ways: list[list[str]]) -> Iterator[str]:
    """Branches by the number drawn; what follows them is for those that do not return."""
    for number, way in enumerate(ways):
        yield "else:" if number == len(ways) - 1 else f"{'elif' if number else 'if'} {what} == {number}:"
        yield from (f"    {line}" for line in way)


if __name__ == "__main__":
    print(mesa_of(unmask.load("helmet").model), end="")
