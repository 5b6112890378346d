package ponte.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/**
 * A request as no browser's library sends it: with any name of the server, and with a body that
 * never ends. Whoever reads such a body to its end never answers.
 */
public record RawRequest(String head, String body) {

  /** Longer than any answer takes, so that a server that waits for more is found out. */
  private static final int PATIENCE = 20_000;

  public static RawRequest of(String method, String address) {
    return new RawRequest(method + " " + address + " HTTP/1.1\r\n", "");
  }

  public RawRequest with(String header, String value) {
    return new RawRequest(head + header + ": " + value + "\r\n", body);
  }

  /** With the beginning of a body, after which nothing more is sent. */
  public RawRequest endless(String type, String beginning) {
    var begun = with("Content-Type", type).with("Transfer-Encoding", "chunked");
    return new RawRequest(
        begun.head, Integer.toHexString(beginning.length()) + "\r\n" + beginning + "\r\n");
  }

  /** What it gets, before more of it is sent. */
  public int status(int port) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write((head + "\r\n" + body).getBytes(US_ASCII));
      var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return Integer.parseInt(answer.readLine().substring(9, 12));
    }
  }
}
