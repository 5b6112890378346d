// Acknowledges Slack's events and does nothing else. SIGNING_SECRET and PORT come from the environment.
import bolt from '@slack/bolt';

const app = new bolt.App({
  signingSecret: process.env.SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-unused', botId: 'B0BENCH', botUserId: 'U0PONTE' }),
  logLevel: 'error',
});
app.event('message', async () => {});
await app.start(Number(process.env.PORT ?? 3000));
console.log('ready');
