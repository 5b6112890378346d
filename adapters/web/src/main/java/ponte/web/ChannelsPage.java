package ponte.web;

import ponte.community.channels.ChannelMaps.ChannelMap;

/**
 * The map of channels.
 *
 * @param manager whether the reader may look at the map of people, too
 */
public record ChannelsPage(Reader reader, ChannelMap map, boolean manager) {}
