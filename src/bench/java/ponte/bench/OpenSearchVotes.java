package ponte.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody would set up who has OpenSearch and not Ponte: messages as documents, and people by
 * the sum of the scores of the messages they wrote, as a terms aggregation over what a query finds
 * in the channels of an audience. OpenSearch's defaults, but one shard and no replicas.
 */
final class OpenSearchVotes {

  /** Which of the messages found give their score to their author. */
  enum Voters {
    ALL,
    /** The {@value #BEST} with the highest scores. */
    BEST
  }

  static final int BEST = 200;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String INDEX = "/messages";
  private static final int AT_ONCE = 1_000;
  private static final int PEOPLE = 10;

  private final OpenSearchServer server;

  OpenSearchVotes(OpenSearchServer server) {
    this.server = server;
  }

  /**
   * Makes an index of what people wrote, and returns when it can be searched and no longer changes
   * by itself.
   *
   * @return how many messages there are
   */
  long index(Archive archive, Audience audience) throws IOException {
    server.put(INDEX, mapping());
    var messages = 0L;
    for (var channel : audience.channels()) {
      messages += index(archive, channel);
    }
    server.post(INDEX + "/_flush");
    server.post(INDEX + "/_refresh");
    while (total("merge").at("/merges/current").asLong() > 0) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
    var searched = server.get(INDEX + "/_count").at("/count").asLong();
    if (searched != messages) {
      throw new IOException("OpenSearch has " + searched + " of " + messages + " messages");
    }
    return messages;
  }

  private long index(Archive archive, ChannelId channel) throws IOException {
    var span = new TimeSpan(Instant.EPOCH, Instant.MAX);
    var talk =
        archive.read(channel, span, Integer.MAX_VALUE, Audience.of(channel)).stream()
            .map(filed -> filed.message())
            .filter(Message::isTalk)
            .toList();
    for (var from = 0; from < talk.size(); from += AT_ONCE) {
      var lines = new StringBuilder();
      for (var message : talk.subList(from, Math.min(talk.size(), from + AT_ONCE))) {
        lines.append("{\"index\":{}}\n").append(document(message)).append('\n');
      }
      if (server.postLines(INDEX + "/_bulk", lines.toString()).at("/errors").asBoolean()) {
        throw new IOException("OpenSearch refused messages of " + channel);
      }
    }
    return talk.size();
  }

  private static ObjectNode mapping() {
    var mapping = JSON.createObjectNode();
    mapping.putObject("settings").put("number_of_shards", 1).put("number_of_replicas", 0);
    var fields = mapping.putObject("mappings").putObject("properties");
    fields.putObject("text").put("type", "text").put("analyzer", "english");
    fields.putObject("author").put("type", "keyword");
    fields.putObject("channel").put("type", "keyword");
    fields.putObject("at").put("type", "date");
    return mapping;
  }

  private static ObjectNode document(Message message) {
    return JSON.createObjectNode()
        .put("text", message.text().searchable())
        .put("author", message.author().toString())
        .put("channel", message.channel().toString())
        .put("at", message.at().toEpochMilli());
  }

  /**
   * Who wrote most, and most to the point, about a topic, best first; nobody where no message has a
   * word of it. Nothing comes from a cache of answers.
   */
  List<String> ask(String topic, Audience audience, Voters voters) throws IOException {
    var answer =
        server.post(INDEX + "/_search?request_cache=false", question(topic, audience, voters));
    var buckets =
        switch (voters) {
          case ALL -> answer.at("/aggregations/people/buckets");
          case BEST -> answer.at("/aggregations/best/people/buckets");
        };
    if (!buckets.isArray() || answer.at("/_shards/failed").asInt() > 0) {
      throw new IOException("OpenSearch did not count votes: " + answer);
    }
    var people = new ArrayList<String>();
    buckets.forEach(bucket -> people.add(bucket.get("key").asString()));
    return List.copyOf(people);
  }

  private static ObjectNode question(String topic, Audience audience, Voters voters) {
    var question = JSON.createObjectNode().put("size", 0);
    var found = question.putObject("query").putObject("bool");
    found.putObject("must").putObject("match").put("text", topic);
    var channels = found.putObject("filter").putObject("terms").putArray("channel");
    audience.channels().forEach(channel -> channels.add(channel.toString()));
    switch (voters) {
      case ALL -> votes(question);
      case BEST -> {
        var best = question.putObject("aggs").putObject("best");
        best.putObject("sampler").put("shard_size", BEST);
        votes(best);
      }
    }
    return question;
  }

  private static void votes(ObjectNode aggregated) {
    var people = aggregated.putObject("aggs").putObject("people");
    var terms = people.putObject("terms").put("field", "author").put("size", PEOPLE);
    terms.putObject("order").put("votes", "desc");
    var sum = people.putObject("aggs").putObject("votes").putObject("sum");
    sum.putObject("script").put("lang", "expression").put("source", "_score");
  }

  /** The size of the index, of which the messages themselves are a part. */
  long megabytes() throws IOException {
    return total("store").at("/store/size_in_bytes").asLong() >> 20;
  }

  private JsonNode total(String figures) throws IOException {
    return server.get(INDEX + "/_stats/" + figures).at("/_all/total");
  }
}
