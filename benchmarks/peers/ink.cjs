// Plays an ink story in inkjs so many times, and prints the endings counted, and seconds, as JSON.
//     node ink.cjs helmet.ink SEED RUNS [helmet.ink.json]     with a fourth name the compiled story is written there
// inkjs is looked for from the folder in which this is run, not from where this file lies.
const fs = require("fs");
const { Compiler } = require(require.resolve("inkjs/full", { paths: [process.cwd()] }));

const [source, seed, runs, compiled] = process.argv.slice(2);
const story = new Compiler(fs.readFileSync(source, "utf-8")).Compile();
if (compiled) fs.writeFileSync(compiled, story.ToJson());

function play(count) {
  const endings = {};
  for (let run = 0; run < count; run++) {
    story.ChoosePathString("next_run");
    const ending = story.Continue().trim();
    endings[ending] = (endings[ending] || 0) + 1;
  }
  return endings;
}

play(100); // node compiles what is used often while it runs: not counted
story.ResetState();
story.state.storySeed = Number(seed);
const begun = process.hrtime.bigint();
const endings = play(Number(runs));
console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - begun) / 1e9, endings }));
