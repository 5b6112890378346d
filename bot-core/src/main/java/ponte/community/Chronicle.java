package ponte.community;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * What went on in all public channels, without a word of it.
 *
 * @param asOf when it was read
 * @param took how long that took
 * @param people those in it; the number of each is their place
 * @param teams which of them are of one team
 */
record Chronicle(
    Instant asOf,
    Duration took,
    List<PersonId> people,
    Map<ChannelId, ChannelTalk> channels,
    Teams teams) {}
