package ponte.redis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * The way to Redis: asks the master that has a bucket, and waits for its replicas where it must.
 *
 * <p>A change whose answer is lost is not sent again, since it may have been made: its caller is
 * refused. A read is.
 */
final class Redis {

  private static final int MOST_STEPS = 6;

  private final Masters masters;
  private final Recovery recovery;
  private final int replicas;
  private final long replicaMillis;

  /**
   * @param replicas how many must have a change
   * @param replicaMillis how long they may take
   */
  Redis(Masters masters, Recovery recovery, int replicas, long replicaMillis) {
    this.masters = masters;
    this.recovery = recovery;
    this.replicas = replicas;
    this.replicaMillis = replicaMillis;
  }

  /** Runs a script that changes something; enough replicas have it on return. */
  Object change(Bucket bucket, Script script, List<byte[]> keys, List<byte[]> arguments) {
    return uninterrupted(
        () -> {
          try {
            return requireNonNull(run(bucket, new Running(script, keys, arguments), replicas));
          } catch (JedisException e) {
            throw recovery.failed(e);
          }
        });
  }

  /** Runs a script that reads, or changes what is only a hint. */
  Object read(Bucket bucket, Script script, List<byte[]> keys, List<byte[]> arguments) {
    return requireNonNull(read(bucket, new Running(script, keys, arguments)));
  }

  /** A field of a hash; null: there is none. */
  byte @Nullable [] field(Bucket bucket, byte[] hash, byte[] field) {
    return (byte[]) read(bucket, new Plain(Command.HGET, List.of(hash, field)));
  }

  /** Members of a set of text, from a bound on. */
  Object range(Bucket bucket, byte[] set, byte[] from, int most) {
    return requireNonNull(
        read(
            bucket,
            new Plain(
                Command.ZRANGEBYLEX,
                List.of(
                    set,
                    from,
                    Reply.bytes("+"),
                    Reply.bytes("LIMIT"),
                    Reply.bytes(0),
                    Reply.bytes(most)))));
  }

  /** The clock of the server that has a bucket, in seconds and microseconds. */
  Object time(Bucket bucket) {
    return requireNonNull(read(bucket, new Plain(Command.TIME, List.of())));
  }

  private @Nullable Object read(Bucket bucket, Call call) {
    return uninterrupted(
        () -> {
          try {
            return run(bucket, call, 0);
          } catch (JedisConnectionException e) {
            recovery.begin(e);
          } catch (JedisException e) {
            throw recovery.failed(e);
          }
          try {
            return run(bucket, call, 0);
          } catch (JedisException e) {
            throw recovery.failed(e);
          }
        });
  }

  /** Goes where the servers say, as often as they do. */
  private @Nullable Object run(Bucket bucket, Call call, int waitFor) {
    recovery.requireFound();
    var connection = masters.of(bucket.slot());
    var asked = false;
    var whole = false;
    for (var step = 0; ; step++) {
      List<Object> answers;
      try (var current = connection) {
        answers = answers(current, bucket, call.arguments(whole), asked, waitFor);
      }
      var answer = answers.getFirst();
      if (step == MOST_STEPS && answer instanceof JedisException refusal) {
        throw refusal;
      }
      switch (answer) {
        case JedisRedirectionException redirection -> {
          asked = redirection instanceof JedisAskDataException;
          if (!asked) {
            recovery.lookAgain();
          }
          connection = masters.at(redirection.getTargetNode());
        }
        case JedisNoScriptException refusal -> {
          if (whole) {
            throw refusal;
          }
          whole = true;
          connection = masters.at(connection.getHostAndPort());
        }
        case JedisException refusal -> throw refusal;
        case null, default -> {
          requireReplicas(answers, waitFor);
          return answer;
        }
      }
    }
  }

  /**
   * Sends the call and, where replicas must have it, a write and a wait after it: WAIT counts from
   * the last write of its connection, and the call may find that there is nothing to write although
   * a call before it wrote what no replica has yet.
   */
  private List<Object> answers(
      Connection connection, Bucket bucket, CommandArguments call, boolean asked, int waitFor) {
    if (asked) {
      connection.sendCommand(Command.ASKING);
    }
    connection.sendCommand(call);
    var count = 1;
    if (waitFor > 0) {
      if (asked) {
        connection.sendCommand(Command.ASKING);
      }
      connection.sendCommand(Command.SET, bucket.beat(), new byte[] {'1'});
      connection.sendCommand(new CommandArguments(Command.WAIT).add(waitFor).add(replicaMillis));
      count = asked ? 4 : 3;
    }
    var answers = new ArrayList<>(connection.getMany(asked ? count + 1 : count));
    return asked ? answers.subList(1, answers.size()) : answers;
  }

  private void requireReplicas(List<Object> answers, int waitFor) {
    if (waitFor == 0) {
      return;
    }
    for (var answer : answers) {
      if (answer instanceof JedisException refusal) {
        throw refusal;
      }
    }
    if (!(answers.getLast() instanceof Long acknowledged) || acknowledged < waitFor) {
      throw new JedisDataException(
          "%s of %d replicas acknowledged a change in %d ms"
              .formatted(answers.getLast(), waitFor, replicaMillis));
    }
  }

  /** The pool of connections gives up at an interrupt, which is meant for what the caller does. */
  private static <T extends @Nullable Object> T uninterrupted(Supplier<T> call) {
    var interrupted = Thread.interrupted();
    try {
      return call.get();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What is sent. */
  private sealed interface Call {

    /**
     * @param whole the server does not know the script
     */
    CommandArguments arguments(boolean whole);
  }

  private record Plain(ProtocolCommand command, List<byte[]> parts) implements Call {

    @Override
    public CommandArguments arguments(boolean whole) {
      var arguments = new CommandArguments(command);
      parts.forEach(arguments::add);
      return arguments;
    }
  }

  private record Running(Script script, List<byte[]> keys, List<byte[]> parts) implements Call {

    @Override
    public CommandArguments arguments(boolean whole) {
      var arguments =
          whole
              ? new CommandArguments(Command.EVAL).add(script.source())
              : new CommandArguments(Command.EVALSHA).add(script.digest());
      arguments.add(keys.size());
      keys.forEach(arguments::add);
      parts.forEach(arguments::add);
      return arguments;
    }
  }
}
