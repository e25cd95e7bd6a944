// Makes of an expression a function from a state to a whole number. Yes is 1 and no is 0.
//
// One promise: each number is exactly that of the reference engine. What could grow beyond 2^53 was refused when the world was exported.

/** What an operation makes of numbers. Both sides of `and` and `or` have a value in every state, so both may be worked out. */
export function operate(operator, numbers) {
  const left = numbers[0];
  const right = numbers[numbers.length - 1];
  switch (operator) {
    case "max":
      return Math.max(...numbers);
    case "min":
      return Math.min(...numbers);
    case "and":
      return left && right ? 1 : 0;
    case "or":
      return left || right ? 1 : 0;
    case "not":
      return left ? 0 : 1;
    case "negative":
      return -left;
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "=":
      return left === right ? 1 : 0;
    case "!=":
      return left !== right ? 1 : 0;
    case "<":
      return left < right ? 1 : 0;
    case "<=":
      return left <= right ? 1 : 0;
    case ">":
      return left > right ? 1 : 0;
    case ">=":
      return left >= right ? 1 : 0;
    default:
      throw new Error(`${operator} is no operation`);
  }
}

/** The expression as a function of the state. `places` knows where in a state a variable, a belief or an automaton stands. */
export function readerOf(expression, places) {
  switch (expression.is) {
    case "constant":
      return () => expression.value;
    case "read":
      return places.readerOfVariable(expression.variable);
    case "seems": {
      const place = places.placeOfBelief(expression.observer, expression.variable);
      return (state) => state[place];
    }
    case "happened": {
      const ways = places.waysToHappen(expression.event);
      return (state) => (ways.some(([place, accepting]) => accepting[state[place]]) ? 1 : 0);
    }
    case "operation":
      return operationReader(expression.operator, expression.operands.map((operand) => readerOf(operand, places)));
    default:
      throw new Error(`${expression.is} has no value in a state`);
  }
}

function operationReader(operator, operands) {
  const [left, right] = operands;
  if (operator === "and") return (state) => (left(state) && right(state) ? 1 : 0);
  if (operator === "or") return (state) => (left(state) || right(state) ? 1 : 0);
  if (operands.length === 1) return (state) => operate(operator, [left(state)]);
  if (operands.length === 2) return (state) => operate(operator, [left(state), right(state)]);
  return (state) => operate(operator, operands.map((operand) => operand(state)));
}
