// Vad läsaren kan pröva när en sökning inte gav något. Varje förslag är provat: det ger träffar.

import { FACETS } from "./sok-motor.js";

const AT_MOST = 4;
const SHORTEST = 4; // bokstäver; kortare början på ett ord säger för lite

// [{ name, change, count }]: vad förslaget heter, vad det ändrar i sökningen, och hur många träffar.
export async function suggest(engine, state) {
  const found = [];
  for (const [name, ...changes] of ideas(state)) {
    for (const change of changes) {
      const answer = await engine.find({ ...state, ...change });
      if (!answer?.hits.length) continue;
      found.push({ name: name ?? `Sök på ”${change.q}”`, change, count: answer.hits.length });
      break;
    }
    if (found.length === AT_MOST) break;
  }
  return found;
}

// Varje idé är ett namn och ändringar att pröva i ordning; den första som ger träffar gäller.
function ideas(state) {
  const chosen = FACETS.filter(({ key }) => state[key].length);
  const fewer = chosen.map(({ key, name }) => [`Sök utan filtret på ${name.toLowerCase()}`, { [key]: [] }]);
  const none = Object.fromEntries(chosen.map(({ key }) => [key, []]));
  if (chosen.length > 1) fewer.push(["Sök utan filter", none]);
  return state.q ? [...fewer, ...simpler(state.q)] : fewer;
}

function simpler(q) {
  const words = q.replace(/["”]/g, " ").split(/\s+/).filter(Boolean);
  if (/["”]/.test(q)) return [[null, { q: words.join(" ") }]];
  if (words.length > 1) return words.filter((word) => word.length >= SHORTEST).map((word) => [null, { q: word }]);
  const lengths = [2, 4, 6, 8].map((less) => q.length - less).filter((length) => length >= SHORTEST);
  return [[null, ...lengths.map((length) => ({ q: q.slice(0, length) }))]];
}
