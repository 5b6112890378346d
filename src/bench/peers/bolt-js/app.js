// Answers who knows about something with a sentence, and keeps nothing. Settings come from the environment.
import bolt from '@slack/bolt';

const app = new bolt.App({
  signingSecret: process.env.SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-unused', botId: 'B0BENCH', botUserId: 'U0PONTE' }),
  clientOptions: process.env.SLACK_API ? { slackApiUrl: process.env.SLACK_API } : {},
  logLevel: 'error',
});
app.message(/who knows about (.+)\?$/i, async ({ context, say }) => {
  await say(`I found nobody who knows about ${context.matches[1]}.`);
});
await app.start(Number(process.env.PORT ?? 3000));
console.log('ready');
