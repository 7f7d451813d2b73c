// Runs state machines for a test: JSON lines in, JSON lines out. Every call of a function is handed to the test and
// answered by it; waits and pauses before retries take no time. Executions of executions are run here.
//   in:  {op: start, start, machine, name, input} | {op: stop, name} | {op: answer, call, result | error: {name, message}}
//   out: {op: call, call, execution, function, payload} | {op: refused, start} | {op: ended, machine, name, status, output | error, states}
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { StateMachine } from 'aws-local-stepfunctions';

const folder = process.argv[2];
const machines = new Map();
const executions = new Map();
const calls = new Map();
let lastCall = 0;

const say = message => process.stdout.write(JSON.stringify(message) + '\n');

function definition(name) {
  if (!machines.has(name)) {
    machines.set(name, JSON.parse(readFileSync(`${folder}/${name}.asl.json`, 'utf8')));
  }
  return machines.get(name);
}

class TaskError extends Error {
  constructor({ name, message }) {
    super(message);
    this.name = name;
  }
}

function invoke(execution, { FunctionName, Payload }) {
  const call = ++lastCall;
  say({ op: 'call', call, execution, function: FunctionName, payload: Payload });
  return new Promise((resolve, reject) => calls.set(call, { resolve, reject }));
}

// As StartExecution: a name is used once; who starts a running execution again with the same input joins it.
function startOnce(machine, name, input) {
  const key = `${machine}/${name}`;
  const before = executions.get(key);
  if (!before) {
    const execution = { input, running: true };
    executions.set(key, execution);
    execution.end = start(machine, name, input, execution).finally(() => (execution.running = false));
    return execution.end;
  }
  return before.running && isDeepStrictEqual(before.input, input) ? before.end : null;
}

async function nested({ StateMachineArn, Name, Input }) {
  const machine = StateMachineArn.replace(/^\$\{(\w+)Machine\}$/, (_, word) => word.toLowerCase());
  const end = startOnce(machine, Name, Input);
  if (!end) {
    throw new TaskError({ name: 'StepFunctions.ExecutionAlreadyExistsException', message: Name });
  }
  const { status, output, error } = await end;
  if (status !== 'SUCCEEDED') {
    throw new TaskError({ name: 'States.TaskFailed', message: error });
  }
  return { Output: output, Status: status };
}

function* taskStates(states) {
  for (const [name, state] of Object.entries(states)) {
    yield [name, state];
    if (state.ItemProcessor) {
      yield* taskStates(state.ItemProcessor.States);
    }
  }
}

function overrides(execution, states) {
  const handlers = {};
  const waits = {};
  const retries = {};
  for (const [name, state] of taskStates(states)) {
    if (state.Type === 'Wait') {
      waits[name] = 0;
    } else if (state.Type === 'Task') {
      retries[name] = 0;
      handlers[name] = state.Resource.includes(':lambda:')
        ? async input => ({ Payload: await invoke(execution, input) })
        : nested;
    }
  }
  return { taskResourceLocalHandlers: handlers, waitTimeOverrides: waits, retryIntervalOverrides: retries };
}

async function count(logs, states) {
  for await (const log of logs) {
    if (log.type === 'StateEntered') {
      states.push(log.state.name);
    }
  }
}

async function start(machine, name, input, execution) {
  const states = [];
  const { States } = definition(machine);
  const run = new StateMachine(definition(machine), { validationOptions: { noValidate: true } })
    .run(input, { context: { Execution: { Id: `${machine}:${name}`, Name: name } }, overrides: overrides(name, States) });
  execution.abort = () => run.abort();
  const counted = count(run.eventLogs, states);
  let ended;
  try {
    ended = { status: 'SUCCEEDED', output: await run.result };
  } catch (e) {
    ended = { status: e.name === 'ExecutionAbortedError' ? 'ABORTED' : 'FAILED', error: `${e.name}: ${e.message}` };
  }
  await Promise.race([counted, new Promise(done => setTimeout(done, 50))]);
  say({ op: 'ended', machine, name, states, ...ended });
  return ended;
}

function answer({ call, result, error }) {
  const { resolve, reject } = calls.get(call);
  calls.delete(call);
  return error ? reject(new TaskError(error)) : resolve(result);
}

createInterface({ input: process.stdin }).on('line', line => {
  const message = JSON.parse(line);
  if (message.op === 'answer') {
    answer(message);
  } else if (message.op === 'start') {
    if (!startOnce(message.machine, message.name, message.input)) {
      say({ op: 'refused', start: message.start });
    }
  } else if (message.op === 'stop') {
    [...executions].filter(([key]) => key.endsWith(`/${message.name}`)).forEach(([, execution]) => execution.abort());
  }
}).on('close', () => process.exit(0));
