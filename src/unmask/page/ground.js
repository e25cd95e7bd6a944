// Puts people into the roles of a scene. src/unmask/world/ground.py in JavaScript.
//
// One promise: grounding changes who is meant and nothing else.

/** Every way to fill the roles of a scene with different people, in the order in which the people stand in the file. */
export function castsOf(world, scene) {
  const pools = scene.roles.map((role) => new Set(world.kinds.get(role.kind) ?? []));
  const order = [...world.people.keys()].filter((person) => pools.some((pool) => pool.has(person)));
  let casts = [[]];
  for (const pool of pools) {
    casts = casts.flatMap((cast) => order.filter((person) => pool.has(person) && !cast.includes(person)).map((person) => [...cast, person]));
  }
  return casts;
}

/** The scene with these people in its roles, and in each option the tendencies of whoever chooses. */
export function groundedScene(world, scene, cast) {
  const bound = boundOf(scene, cast);
  return {
    ...scene,
    people: scene.people.map((person) => personBound(person, bound)),
    conditions: scene.conditions.map((condition) => bindExpression(condition, bound)),
    motives: scene.motives.map((motive) => bindMotive(motive, bound)),
    opening: bindPassage(scene.opening, bound),
    arrows: bindArrows(scene.arrows, bound),
    moments: scene.moments.map((moment) => groundedMoment(world, moment, bound)),
    in_brief: scene.in_brief.map((line) => bindProse(line, bound)),
    cast,
  };
}

/** What decides whether the scene plays with these people: a small part of it, for there may be thousands of casts. */
export function groundedEntry(scene, cast) {
  const bound = boundOf(scene, cast);
  return {
    conditions: scene.conditions.map((condition) => bindExpression(condition, bound)),
    motives: scene.motives.filter((motive) => mentionsRole(scene, motive)).map((motive) => bindMotive(motive, bound)),
  };
}

/** The motives that choose the scene; those that speak of a role choose its cast. */
export function motivesOfScene(scene) {
  return scene.motives.filter((motive) => !mentionsRole(scene, motive));
}

function mentionsRole(scene, { points, condition }) {
  const roles = new Set(scene.roles.map((role) => role.name));
  return speaksOf(points, roles) || (condition !== null && speaksOf(condition, roles));
}

function speaksOf(expression, roles) {
  switch (expression.is) {
    case "read":
      return roles.has(expression.variable.owner) || roles.has(expression.variable.toward);
    case "seems":
      return roles.has(expression.observer) || roles.has(expression.variable.owner) || roles.has(expression.variable.toward);
    case "happened":
      return roles.has(expression.event.who);
    case "was":
      return speaksOf(expression.of, roles);
    case "operation":
      return expression.operands.some((operand) => speaksOf(operand, roles));
    default:
      return false;
  }
}

function boundOf(scene, cast) {
  return new Map(scene.roles.map((role, number) => [role.name, cast[number]]));
}

function personBound(person, bound) {
  return bound.get(person) ?? person;
}

function groundedMoment(world, moment, bound) {
  const owner = personBound(moment.owner, bound);
  const tendencies = world.people.get(owner)?.tendencies ?? [];
  return {
    ...moment,
    owner,
    opening: bindPassage(moment.opening, bound),
    options: moment.options.map((option) => groundedOption(option, tendencies, bound)),
    closing: bindPassage(moment.closing, bound),
    arrows: bindArrows(moment.arrows, bound),
  };
}

function groundedOption(option, tendencies, bound) {
  const own = option.motives.map((motive) => bindMotive(motive, bound));
  const joining = tendencies.filter(([tag]) => option.tags.includes(tag)).map(([, motive]) => motive);
  return {
    ...option,
    told: option.told && bindTemplate(option.told, bound),
    guards: option.guards.map((guard) => bindExpression(guard, bound)),
    weight: bindCondition(option.weight, bound),
    motives: [...own, ...joining],
    passage: bindPassage(option.passage, bound),
    arrows: bindArrows(option.arrows, bound),
  };
}

function bindPassage(passage, bound) {
  if (!bound.size) return passage;
  return { lines: passage.lines.map((line) => bindProse(line, bound)), effects: passage.effects.map((effect) => bindEffect(effect, bound)) };
}

function bindArrows(arrows, bound) {
  return arrows.map((arrow) => ({ ...arrow, condition: bindCondition(arrow.condition, bound) }));
}

function bindEffect(effect, bound) {
  const { variable, value, condition } = effect;
  return { ...effect, variable: bindVariable(variable, bound), value: bindExpression(value, bound), condition: bindCondition(condition, bound) };
}

function bindMotive(motive, bound) {
  return { ...motive, points: bindExpression(motive.points, bound), condition: bindCondition(motive.condition, bound) };
}

function bindVariable(variable, bound) {
  return { ...variable, owner: personBound(variable.owner, bound), toward: personBound(variable.toward, bound) };
}

function bindCondition(expression, bound) {
  return expression === null ? null : bindExpression(expression, bound);
}

/** The expression about the people bound. What somebody takes to be true of themself is what is true. */
function bindExpression(expression, bound) {
  if (!bound.size) return expression;
  switch (expression.is) {
    case "read":
      return { is: "read", variable: bindVariable(expression.variable, bound) };
    case "seems": {
      const observer = personBound(expression.observer, bound);
      const variable = bindVariable(expression.variable, bound);
      return observer === variable.owner ? { is: "read", variable } : { is: "seems", observer, variable };
    }
    case "happened":
      return { is: "happened", event: { ...expression.event, who: personBound(expression.event.who, bound) } };
    case "was":
      return { is: "was", of: bindExpression(expression.of, bound) };
    case "operation":
      return { ...expression, operands: expression.operands.map((operand) => bindExpression(operand, bound)) };
    default:
      return expression;
  }
}

function bindProse(line, bound) {
  return bound.size ? { ...line, side: personBound(line.side, bound), template: bindTemplate(line.template, bound) } : line;
}

function bindTemplate(template, bound) {
  return template.map((part) => {
    switch (part.is) {
      case "say":
        return { ...part, what: bindExpression(part.what, bound) };
      case "mention":
        return { ...part, person: personBound(part.person, bound) };
      case "any":
      case "first":
        return { ...part, choices: part.choices.map((choice) => bindTemplate(choice, bound)) };
      case "cases":
        return { ...part, cases: part.cases.map(([test, then]) => [bindCondition(test, bound), bindTemplate(then, bound)]) };
      default:
        return part;
    }
  });
}
