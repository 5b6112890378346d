// Slack's Events API for Hubot, whose own adapter for Slack knows Socket Mode only. Requests are verified as
// https://docs.slack.dev/authentication/verifying-requests-from-slack says; Hubot's router would read them before.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Adapter, TextMessage } from 'hubot';

const FIVE_MINUTES = 300;

export class SlackEvents extends Adapter {
  constructor(robot, settings) {
    super(robot);
    this.settings = settings;
  }

  async run() {
    const server = createServer((request, response) => this.take(request, response));
    await new Promise((listening) => server.listen(Number(this.settings.PORT ?? 3000), listening));
    this.emit('connected');
  }

  async take(request, response) {
    const body = await text(request);
    if (!this.isSlacks(request.headers, body)) {
      response.writeHead(401).end();
      return;
    }
    const { type, challenge, event } = JSON.parse(body);
    response.writeHead(200).end(type === 'url_verification' ? challenge : undefined);
    if (type === 'event_callback' && event.type === 'message' && !event.subtype) {
      const user = this.robot.brain.userForId(event.user, { room: event.channel });
      await this.receive(new TextMessage(user, event.text, event.ts));
    }
  }

  isSlacks(headers, body) {
    const time = headers['x-slack-request-timestamp'] ?? '';
    const own = createHmac('sha256', this.settings.SIGNING_SECRET).update(`v0:${time}:${body}`).digest('hex');
    const sign = Buffer.from(headers['x-slack-signature'] ?? '');
    const expected = Buffer.from(`v0=${own}`);
    return Math.abs(Date.now() / 1000 - Number(time)) <= FIVE_MINUTES
      && sign.length === expected.length && timingSafeEqual(sign, expected);
  }

  async send(envelope, ...texts) {
    for (const words of texts) {
      const answer = await fetch(`${this.settings.SLACK_API}chat.postMessage`, {
        method: 'POST',
        headers: { Authorization: 'Bearer xoxb-unused' },
        body: new URLSearchParams({ channel: envelope.room, text: words }),
      });
      if (!(await answer.json()).ok) {
        throw new Error('chat.postMessage was refused');
      }
    }
  }
}
