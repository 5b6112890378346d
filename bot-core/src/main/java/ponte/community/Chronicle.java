package ponte.community;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * What went on in all public channels, without a word of it.
 *
 * @param asOf when it was read
 * @param people those in it; the number of each is their place
 */
record Chronicle(Instant asOf, List<PersonId> people, Map<ChannelId, ChannelTalk> channels) {}
