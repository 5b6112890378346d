package ponte.app.slack;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one process to Redis, which can be cut: a SOCKS 5 proxy (RFC 1928), which Java takes
 * for every socket that is none of its channels, and so for Jedis and nothing else.
 */
final class Cable implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Cable.class);

  private final ServerSocket server;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Cable() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  /** What Java must be told to take it. */
  List<String> machine() {
    return List.of(
        "-DsocksProxyHost=127.0.0.1",
        "-DsocksProxyPort=" + server.getLocalPort(),
        "-DsocksNonProxyHosts=nowhere.invalid");
  }

  /** Ends all connections, and lets none come about. */
  void cut() {
    cut = true;
    ends.forEach(Cable::close);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var near = server.accept();
        Thread.ofPlatform().daemon().start(() -> connect(near));
      } catch (IOException e) {
        log.atDebug().setCause(e).log("cable ended");
      }
    }
  }

  private void connect(Socket near) {
    ends.add(near);
    try (near;
        var far = far(near)) {
      ends.add(far);
      if (!cut) {
        var back = Thread.ofPlatform().daemon().start(() -> carry(far, near));
        carry(near, far);
        back.join();
      }
      ends.remove(far);
    } catch (IOException e) {
      log.atDebug().setCause(e).log("connection not carried");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ends.remove(near);
    }
  }

  /** Greets without asking who it is, and connects to the address that is asked for. */
  private Socket far(Socket near) throws IOException {
    var in = new DataInputStream(near.getInputStream());
    var out = near.getOutputStream();
    if (cut || in.readUnsignedByte() != 5) {
      throw new IOException("cut, or no SOCKS 5");
    }
    in.skipNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, 0});
    in.skipNBytes(3);
    var host =
        switch (in.readUnsignedByte()) {
          case 1 -> InetAddress.getByAddress(in.readNBytes(4));
          case 3 -> InetAddress.getByName(new String(in.readNBytes(in.readUnsignedByte())));
          case 4 -> InetAddress.getByAddress(in.readNBytes(16));
          default -> throw new IOException("no kind of address");
        };
    var far = new Socket(java.net.Proxy.NO_PROXY);
    try {
      far.connect(new java.net.InetSocketAddress(host, in.readUnsignedShort()));
      far.setTcpNoDelay(true);
      near.setTcpNoDelay(true);
      out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      return far;
    } catch (IOException e) {
      far.close();
      throw e;
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      carry(from.getInputStream(), to.getOutputStream());
    } catch (IOException e) {
      log.atDebug().setCause(e).log("connection ended");
    }
    close(from);
    close(to);
  }

  private static void carry(InputStream in, OutputStream out) throws IOException {
    var some = new byte[8192];
    for (var read = in.read(some); read >= 0; read = in.read(some)) {
      out.write(some, 0, read);
      out.flush();
    }
  }

  private static void close(Socket end) {
    try {
      end.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("end of a cable not closed");
    }
  }

  @Override
  public void close() {
    cut();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
