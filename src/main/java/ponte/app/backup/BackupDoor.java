package ponte.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Where a command on the same machine gets a backup from a server that has the data directory to
 * itself: a socket in that directory, which nobody opens but who may read the data anyway. Whoever
 * connects is sent one whole backup.
 */
public final class BackupDoor implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(BackupDoor.class);

  private static final String SOCKET = "backup.socket";

  private final Path data;
  private final Path socket;
  private final Backups backups;
  private @Nullable ServerSocketChannel open;

  public BackupDoor(Path data, Backups backups) {
    this.data = data;
    this.socket = data.resolve(SOCKET);
    this.backups = backups;
  }

  /**
   * A backup from the server that works on a directory.
   *
   * @return to be closed; empty: nobody answers there
   */
  public static Optional<InputStream> knockAt(Path data) {
    var socket = data.resolve(SOCKET);
    if (!Files.exists(socket)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Channels.newInputStream(SocketChannel.open(UnixDomainSocketAddress.of(socket))));
    } catch (IOException e) {
      // Left behind by a server that was killed, or somebody else's: then the store says so.
      log.atDebug().setCause(e).log("nobody answers at the socket");
      return Optional.empty();
    }
  }

  @Override
  public synchronized void start() {
    try {
      Backups.sweep(data);
      // A server that was killed leaves it behind; the store's lock says that nobody else is here.
      Files.deleteIfExists(socket);
      var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      if (Files.getFileStore(socket).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      }
      open = server;
      Thread.ofPlatform().daemon().name("ponte-backup").start(() -> serve(server));
    } catch (IOException | RuntimeException e) {
      log.atWarn()
          .addKeyValue("socket", socket)
          .addKeyValue("reason", String.valueOf(e.getMessage()))
          .log("no backup can be made while this server runs");
    }
  }

  private void serve(ServerSocketChannel server) {
    while (server.isOpen()) {
      try (var visitor = server.accept()) {
        send(visitor);
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        log.atWarn().setCause(e).log("backup broken off");
      }
    }
  }

  private void send(SocketChannel visitor) throws IOException {
    try {
      var contents = backups.writeTo(Channels.newOutputStream(visitor));
      log.atInfo().addKeyValue("bytes", contents.bytes()).log("backup made");
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("no backup made");
    }
  }

  @Override
  public synchronized void stop() {
    var server = open;
    open = null;
    if (server != null) {
      try {
        server.close();
        Files.deleteIfExists(socket);
      } catch (IOException e) {
        log.atDebug().setCause(e).log("socket not removed");
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return open != null;
  }
}
