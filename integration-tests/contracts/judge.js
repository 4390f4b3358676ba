// Reads the proxies' logs: prints what they saw and what they objected to, and fails on a violation or a missing operation.
const fs = require('fs');
const path = require('path');

const [folder, operationsFile] = process.argv.slice(2);
const services = ['mailchimp', 'mandrill', 'twilio'];

// Not violations: a connection that a stand-in broke on command.
const BROKEN = /socket hang up|ECONNRESET|ECONNREFUSED|other side closed|UND_ERR/;

// Error statuses that a service answers with but does not document, as Twilio does all of its own. Not a violation, while a
// success of another status is one; the log tells them apart only by number.
const UNDOCUMENTED = /Violation: response Unable to match the returned status code/;

const wanted = fs
  .readFileSync(operationsFile, 'utf8')
  .split('\n')
  .map(line => line.trim())
  .filter(line => line && !line.startsWith('#'))
  .map(line => {
    const [service, method, pattern] = line.split(/\s+/);
    const regular = pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\}/g, '[^/?]+');
    return { line, service, matches: new RegExp(`^${method} ${regular}$`), count: 0 };
  });

const violations = [];
let requests = 0;
let undocumented = 0;
let errors = 0;
for (const service of services) {
  const seen = new Set();
  for (const line of fs.readFileSync(path.join(folder, `${service}.log`), 'utf8').split('\n')) {
    const request = line.match(/\[HTTP SERVER\] (\w+) (\S+) .*Request received/);
    if (request) {
      requests++;
      const call = `${request[1].toUpperCase()} ${request[2].split('?')[0]}`;
      const known = wanted.filter(operation => operation.service === service && operation.matches.test(call));
      known.forEach(operation => operation.count++);
    } else if (/The upstream call to .* has returned [45]\d\d/.test(line)) {
      errors++;
    } else if (UNDOCUMENTED.test(line)) {
      undocumented++;
    } else if (/Violation:|terminated with error/.test(line) && !BROKEN.test(line)) {
      const text = line.replace(/^\[[^\]]*\] › */, '').trim();
      if (!seen.has(text)) {
        seen.add(text);
        violations.push(`${service}: ${text}`);
      }
    }
  }
}

if (undocumented > errors) {
  violations.push('a success has a status that the contract does not name');
}

console.log(`The proxies judged ${requests} requests:`);
wanted.forEach(operation => console.log(`${String(operation.count).padStart(8)}  ${operation.line}`));
violations.slice(0, 50).forEach(violation => console.log(`violation  ${violation}`));
const missing = wanted.filter(operation => operation.count === 0);
if (violations.length > 0 || missing.length > 0) {
  console.error(`contracts: ${violations.length} kinds of violation, ${missing.length} operations not seen; the logs are in ${folder}`);
  process.exit(1);
}
console.log('No violation, and every operation of the connectors was seen.');
