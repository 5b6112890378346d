package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import ponte.archive.ArchiveUnavailableException;
import ponte.consent.FailureWords;
import ponte.store.StoreUnavailableException;
import ponte.web.Pages;
import ponte.web.ProblemPage;
import ponte.web.Reader;

/** What a person sees when a page is not there or something failed. */
@RestControllerAdvice
class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final Readers readers;
  private final Pages pages;

  Problems(Readers readers, Pages pages) {
    this.readers = readers;
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> missing(MissingException missing, HttpServletRequest request) {
    return missing(request);
  }

  @ExceptionHandler
  ResponseEntity<String> unreadable(TypeMismatchException wrong, HttpServletRequest request) {
    return unreadable(request);
  }

  /** What is too long, or broken, before any page looks at it. */
  @ExceptionHandler
  ResponseEntity<String> unreadable(InvalidParameterException wrong, HttpServletRequest request) {
    return page(HttpStatusCode.valueOf(wrong.getErrorCode()), "problem.unreadable", request);
  }

  @ExceptionHandler
  ResponseEntity<String> unreadable(MultipartException wrong, HttpServletRequest request) {
    return unreadable(request);
  }

  /** That it is away, and for how long, is logged once for all. */
  @ExceptionHandler
  ResponseEntity<String> away(StoreUnavailableException failure, HttpServletRequest request) {
    return page(HttpStatus.SERVICE_UNAVAILABLE, "problem.away", readers.stranger(request));
  }

  @ExceptionHandler
  ResponseEntity<String> unavailable(
      ArchiveUnavailableException failure, HttpServletRequest request) {
    log.atError().addKeyValue("page", pattern(request)).setCause(failure).log("storage");
    return page(HttpStatus.SERVICE_UNAVAILABLE, "problem.later", request);
  }

  /** Whoever reloads what takes long is told to wait, and not that it is not there. */
  @ExceptionHandler
  ResponseEntity<String> busy(BusyException busy, HttpServletRequest request) {
    return page(busy.status(), "problem.busy", request);
  }

  /**
   * What the framework itself refuses, such as a wrong method or a missing value, is no failure.
   */
  @ExceptionHandler
  ResponseEntity<String> failed(Exception failure, HttpServletRequest request) {
    if (failure instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
      return refusal.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST)
          ? unreadable(request)
          : missing(request);
    }
    log.atError()
        .addKeyValue("page", pattern(request))
        .setCause(FailureWords.of(failure))
        .log("failed");
    return failed(request);
  }

  /** By what it was found: an address itself may hold a channel, or the secret of a feed. */
  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  ResponseEntity<String> failed(HttpServletRequest request) {
    return page(HttpStatus.INTERNAL_SERVER_ERROR, "problem.failed", request);
  }

  /** What no page of ours sends. */
  private ResponseEntity<String> unreadable(HttpServletRequest request) {
    return page(HttpStatus.BAD_REQUEST, "problem.unreadable", request);
  }

  /** It came from another page, or from elsewhere. */
  ResponseEntity<String> refused(HttpServletRequest request) {
    return page(HttpStatus.FORBIDDEN, "problem.refused", request);
  }

  ResponseEntity<String> missing(HttpServletRequest request) {
    return page(HttpStatus.NOT_FOUND, "problem.missing", request);
  }

  private ResponseEntity<String> page(
      HttpStatusCode status, String situation, HttpServletRequest request) {
    return page(status, situation, readerOrStranger(request));
  }

  /** The store may go at any moment, even before the page that says that something failed. */
  private Reader readerOrStranger(HttpServletRequest request) {
    try {
      return readers.reader(request);
    } catch (StoreUnavailableException e) {
      return readers.stranger(request);
    }
  }

  private ResponseEntity<String> page(HttpStatusCode status, String situation, Reader reader) {
    return Html.page(
        status,
        pages.problem(
            new ProblemPage(reader, reader.say(situation), reader.say(situation + "-words"))));
  }
}
