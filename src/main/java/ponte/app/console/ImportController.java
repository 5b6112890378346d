package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ponte.app.Imports;
import ponte.app.Uploads;
import ponte.web.Door;
import ponte.web.Pages;
import ponte.web.Reader;
import ponte.web.StartPage.Loading;

/** Takes an export from the browser and tells how far its import is. */
@RestController
class ImportController {

  private final Readers readers;
  private final Starts starts;
  private final Imports imports;
  private final Pages pages;
  private final Uploads uploads;

  ImportController(Readers readers, Starts starts, Imports imports, Pages pages, Uploads uploads) {
    this.readers = readers;
    this.starts = starts;
    this.imports = imports;
    this.pages = pages;
    this.uploads = uploads;
  }

  @PostMapping("/imports")
  ResponseEntity<String> load(
      @RequestParam(required = false) @Nullable MultipartFile export,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      HttpServletRequest request)
      throws IOException {
    var reader = readers.reader(request);
    if (!reader.may(Door.IMPORTS)) {
      throw new MissingException();
    }
    if (export == null || export.isEmpty()) {
      return refuse(reader, "load.no-file", htmx);
    }
    if (imports.status() instanceof Imports.Status.Running) {
      return refuse(reader, "load.busy", htmx);
    }
    var name = Optional.ofNullable(export.getOriginalFilename()).orElse("");
    var upload = uploads.take(name, export::transferTo);
    try {
      imports.start(upload);
    } catch (IllegalStateException e) {
      uploads.delete(upload);
      return refuse(reader, "load.busy", htmx);
    }
    return htmx == null ? Html.go("/") : Html.page(pages.progress(starts.progress(reader)));
  }

  /** When the import has ended, the page is shown anew with what there is now. */
  @GetMapping("/imports/progress")
  ResponseEntity<String> progress(HttpServletRequest request) {
    var reader = readers.reader(request);
    if (!reader.may(Door.IMPORTS)) {
      throw new MissingException();
    }
    var page = starts.progress(reader);
    return page.loading() instanceof Loading.Running
        ? Html.page(pages.progress(page))
        : ResponseEntity.ok().header("HX-Refresh", "true").build();
  }

  private ResponseEntity<String> refuse(Reader reader, String situation, @Nullable String htmx) {
    var refused = starts.saying(reader, new Loading.Failed(reader.say(situation)));
    return htmx == null
        ? Html.page(HttpStatus.UNPROCESSABLE_CONTENT, pages.start(refused))
        : Html.page(pages.progress(refused));
  }
}
