package ponte.bot;

import ponte.introduction.ChannelLanguage;
import ponte.nudge.Gate;
import ponte.nudge.QuietChannels;
import ponte.nudge.Ration;

/**
 * What every feature stands on.
 *
 * @param gate lets through what nobody asked for
 * @param languages what is spoken in a channel
 */
record Ground(
    Ponte.Ports ports, Ponte.Rules rules, Kept kept, Gate gate, ChannelLanguage languages) {

  static Ground of(Ponte.Ports ports, Ponte.Rules rules) {
    var kept = Kept.of(ports, rules);
    var languages = new ChannelLanguage(ports.archive(), ports.nlp(), ports.clock());
    return new Ground(ports, rules, kept, gate(ports, rules, kept), languages);
  }

  private static Gate gate(Ponte.Ports ports, Ponte.Rules rules, Kept kept) {
    var introductions = rules.introductions();
    var politeness = rules.politeness();
    return new Gate(
        ports.directory(),
        kept.preferences(),
        new Ration(ports.records(), introductions.daily(), introductions.weekly(), ports.clock()),
        kept.effects(),
        politeness.countries(),
        ports.holidays(),
        QuietChannels.named(politeness.quietChannels(), ports.directory()),
        ports.clock());
  }
}
