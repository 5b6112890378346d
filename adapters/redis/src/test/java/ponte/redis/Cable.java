package ponte.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network between a test and a server. When it is cut nothing comes through any more, and
 * nobody is told: as with a broken switch.
 */
public final class Cable implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Cable.class);

  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition mended = lock.newCondition();
  private int to;
  private boolean cut;
  private boolean closed;

  private Cable(ServerSocket entrance, int to) {
    this.entrance = entrance;
    this.to = to;
  }

  /** A cable to a port of this machine. */
  public static Cable to(int port) {
    return to(port, ServerSocketFactory.getDefault());
  }

  /** A cable to a port of this machine whose entrance is made by a factory. */
  static Cable to(int port, ServerSocketFactory entrances) {
    try {
      var entrance = entrances.createServerSocket(0, 0, InetAddress.getLoopbackAddress());
      var cable = new Cable(entrance, port);
      Thread.ofPlatform().daemon().start(cable::accept);
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it begins. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Lets it lead to another port from the next connection on. */
  void leadTo(int port) {
    locked(() -> to = port);
  }

  public void cut() {
    locked(() -> cut = true);
  }

  /** Lets new connections through; those that were there are lost. */
  public void mend() {
    locked(
        () -> {
          cut = false;
          closeSockets();
          mended.signalAll();
        });
  }

  @Override
  public void close() {
    locked(
        () -> {
          closed = true;
          closeSockets();
          mended.signalAll();
        });
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        var near = entrance.accept();
        sockets.add(near);
        Thread.ofPlatform().daemon().start(() -> join(near));
      }
    } catch (IOException e) {
      log.atDebug().setCause(e).log("cable ended");
    }
  }

  private void join(Socket near) {
    try {
      var far = new Socket(InetAddress.getLoopbackAddress(), target());
      sockets.add(far);
      Thread.ofPlatform().daemon().start(() -> pump(far, near));
      pump(near, far);
    } catch (IOException e) {
      log.atDebug().setCause(e).log("nobody at the other end");
      drop(near);
    }
  }

  private void pump(Socket from, Socket into) {
    try {
      var bytes = new byte[8192];
      for (var read = from.getInputStream().read(bytes);
          read >= 0 && isWhole();
          read = from.getInputStream().read(bytes)) {
        into.getOutputStream().write(bytes, 0, read);
        into.getOutputStream().flush();
      }
    } catch (IOException e) {
      log.atDebug().setCause(e).log("connection ended");
    } finally {
      drop(from);
      drop(into);
    }
  }

  /** Waits while the cable is cut; false: it was. */
  private boolean isWhole() {
    lock.lock();
    try {
      if (!cut) {
        return true;
      }
      while (cut && !closed) {
        mended.awaitUninterruptibly();
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private int target() throws IOException {
    lock.lock();
    try {
      while (cut && !closed) {
        mended.awaitUninterruptibly();
      }
      if (closed) {
        throw new IOException("closed");
      }
      return to;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  private void closeSockets() {
    sockets.forEach(this::drop);
  }

  private void drop(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("socket was broken");
    }
  }
}
