package ponte.web.paper;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import ponte.digest.Edition;

/**
 * A digest as a message that is not sent yet: whoever opens it sees whom to send it to. It says
 * neither who made it nor on which machine.
 */
record MailFile(String html, String text) {

  byte[] of(Edition edition, Instant now) {
    try {
      var message = new Named(Session.getInstance(new Properties()), id(edition));
      message.setSubject(edition.title(), "UTF-8");
      message.setSentDate(Date.from(now));
      message.setHeader("X-Unsent", "1");
      message.setHeader("Content-Language", edition.language().locale().getLanguage());
      // The last alternative is the one that is shown where it can be.
      message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
      message.saveChanges();
      var file = new ByteArrayOutputStream();
      message.writeTo(file);
      return file.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("the digest cannot be put into a message", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(content, "UTF-8", subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** The same for the same digest, and none of a machine's. */
  private static String id(Edition edition) {
    var of = edition.channel().id() + "/" + edition.span() + "/" + edition.language();
    return "<" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)) + "@ponte.invalid>";
  }

  /** The library would name the machine and its user. */
  private static final class Named extends MimeMessage {

    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
