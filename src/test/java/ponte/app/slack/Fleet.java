package ponte.app.slack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Several replicas, each a process with data and a way to Redis of its own. */
final class Fleet implements AutoCloseable {

  private final Path data;
  private final List<String> settings;
  private final List<Cable> cables;
  private final AtomicReferenceArray<@Nullable PonteProcess> replicas;

  Fleet(int size, Path data, List<String> settings) {
    this.data = data;
    this.settings = List.copyOf(settings);
    this.replicas = new AtomicReferenceArray<>(size);
    this.cables = new ArrayList<>();
    for (var replica = 0; replica < size; replica++) {
      cables.add(new Cable());
    }
  }

  int size() {
    return replicas.length();
  }

  Path dataOf(int replica) {
    return data.resolve("replica" + replica);
  }

  Cable cableOf(int replica) {
    return cables.get(replica);
  }

  void startAll() {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var replica = 0; replica < size(); replica++) {
        var number = replica;
        executor.execute(() -> start(number));
      }
    }
  }

  private void start(int replica) {
    try {
      replicas.set(
          replica,
          PonteProcess.started(
              dataOf(replica),
              Map.of(
                  "PONTE_SLACK_BOT_TOKEN", "xoxb-1", "PONTE_SLACK_SIGNING_SECRET", Teller.SECRET),
              cables.get(replica).machine(),
              settings));
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  PonteProcess replica(int number) {
    var replica = replicas.get(number);
    if (replica == null) {
      throw new IllegalStateException("replica " + number + " does not run");
    }
    return replica;
  }

  /** Kills a replica, and begins to start it again. */
  CompletableFuture<Void> killAndStart(int number) {
    var killed = replica(number);
    killed.kill();
    killed.awaitEnd();
    return CompletableFuture.runAsync(() -> start(number));
  }

  /** The address of any of them, as a load balancer would choose. */
  String anyAddress(RandomGenerator chance) {
    return replica(chance.nextInt(size())).address();
  }

  void stopAll() {
    for (var replica = 0; replica < size(); replica++) {
      var running = replicas.get(replica);
      if (running != null) {
        running.close();
      }
    }
  }

  @Override
  public void close() {
    for (var replica = 0; replica < size(); replica++) {
      var running = replicas.get(replica);
      if (running != null) {
        running.kill();
        running.awaitEnd();
      }
    }
    cables.forEach(Cable::close);
  }
}
