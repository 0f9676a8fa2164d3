// SPDX-License-Identifier: GPL-3.0-or-later
// One model solved by HiGHS (npm package "highs"), its progress on the standard output.
//
// Usage: node highs.mjs FOLDER_OF_THE_PACKAGE MODEL.mps|MODEL.lp SECONDS
//
// Lines are "event;seconds;plan;bound;status". Seconds count from the start of this program, the
// reading of the model included. Plan and bound are empty until known. The last line is "end"; a
// run that is killed or out of memory leaves the lines written so far.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const started = performance.now();
const [packageFolder, modelPath, limitText] = process.argv.slice(2);
const best = { plan: Infinity, bound: -Infinity };

function elapsed() {
  return (performance.now() - started) / 1000;
}

function number(value) {
  return Number.isFinite(value) ? String(value) : "";
}

function say(event, status = "") {
  const row = [event, elapsed().toFixed(3), number(best.plan), number(best.bound), status];
  fs.writeSync(1, row.join(";") + "\n");
}

function update(plan, bound) {
  const better = (plan ?? Infinity) < best.plan || (bound ?? -Infinity) > best.bound;
  best.plan = Math.min(best.plan, plan ?? Infinity);
  best.bound = Math.max(best.bound, bound ?? -Infinity);
  return better;
}

// HiGHS says 1e30 and more when it knows nothing yet.
function known(value) {
  return Math.abs(value ?? Infinity) < 1e30 ? value : undefined;
}

function onEvent({ data }) {
  if (update(known(data.mip_primal_bound), known(data.mip_dual_bound))) say("better");
}

function statusName(highs, code) {
  return Object.entries(highs.constants.modelStatus).find(([, value]) => value === code)?.[0] ??
    String(code);
}

function solve(highs) {
  const format = modelPath.endsWith(".lp") ? "lp" : "mps";
  const bytes = fs.readFileSync(modelPath);
  const data = format === "lp" ? bytes.toString("latin1") : new Uint8Array(bytes);
  const model = highs.createModel({ format, data });
  say("read");
  const left = Math.max(Number(limitText) - elapsed(), 1);
  model.options.set({ output_flag: false, time_limit: left, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  const { mipLogging, mipImprovingSolution } = highs.constants.callbackType;
  model.run({ [mipLogging]: onEvent, [mipImprovingSolution]: onEvent });
  const isFeasible = model.info.get("primal_solution_status") === 2;
  update(isFeasible ? known(model.info.get("objective_function_value")) : undefined,
         known(model.info.get("mip_dual_bound")));
  say("end", statusName(highs, model.getModelStatus()));
  model.dispose();
}

const require = createRequire(path.join(path.resolve(packageFolder), "package.json"));
const entry = require.resolve("highs");
const { default: loadHighs } = await import(pathToFileURL(entry).href);
try {
  solve(await loadHighs());
} catch (failure) {
  say("end", `failed: ${failure?.message ?? failure}`.replaceAll(/[;\n]/g, " "));
  process.exitCode = 1;
}
