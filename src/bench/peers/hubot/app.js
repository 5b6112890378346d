// Answers who knows about something with a sentence, and keeps nothing. Settings come from the environment.
import { loadBot } from 'hubot';
import { SlackEvents } from './slack-events.js';

const robot = loadBot({ use: (robot) => new SlackEvents(robot, process.env) }, false, 'ponte');
await robot.loadAdapter();
robot.hear(/who knows about (.+)\?$/i, async (asked) => {
  await asked.send(`I found nobody who knows about ${asked.match[1]}.`);
});
await robot.run();
console.log('ready');
