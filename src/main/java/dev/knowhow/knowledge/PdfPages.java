package dev.knowhow.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDPushButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text of each page of a PDF: what is printed on it, what was typed onto it, and what was
/// filled into its form as `name: value`.
final class PdfPages {
  private PdfPages() {}

  /// The pages' texts; fewer than there are pages where the text passes `mostCharacters`.
  static List<String> of(PDDocument document, int mostCharacters) throws IOException {
    Map<COSDictionary, String> filled = filled(document);
    DrawnOrder drawn = plain(new DrawnOrder());
    PDFTextStripper byPlace = plain(new PDFTextStripper());
    byPlace.setSortByPosition(true);
    List<String> pages = new ArrayList<>();
    long characters = 0;
    for (int number = 1; number <= document.getNumberOfPages(); number++) {
      String printed = drawn.page(document, number);
      if (drawn.isDrawnOver()) {
        byPlace.setStartPage(number);
        byPlace.setEndPage(number);
        printed = byPlace.getText(document);
      }
      StringBuilder text = new StringBuilder(printed.stripTrailing());
      for (PDAnnotation annotation : document.getPage(number - 1).getAnnotations()) {
        String typed =
            "FreeText".equals(annotation.getSubtype())
                ? annotation.getContents()
                : filled.get(annotation.getCOSObject());
        if (typed != null && !typed.isBlank()) {
          text.append('\n').append(typed);
        }
      }
      characters += text.length();
      if (characters > mostCharacters) {
        return pages;
      }
      pages.add(text.toString());
    }
    return pages;
  }

  private static <T extends PDFTextStripper> T plain(T stripper) {
    stripper.setSuppressDuplicateOverlappingText(true);
    stripper.setLineSeparator("\n");
    stripper.setPageEnd("");
    return stripper;
  }

  /// What was filled into the form, by the first place on a page where it shows.
  private static Map<COSDictionary, String> filled(PDDocument document) {
    Map<COSDictionary, String> filled = new HashMap<>();
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    if (form == null) {
      return filled;
    }
    for (PDField field : form.getFieldTree()) {
      List<PDAnnotationWidget> places = field.getWidgets();
      String value = value(field);
      if (!value.isEmpty() && !places.isEmpty()) {
        filled.put(places.getFirst().getCOSObject(), name(field) + ": " + value);
      }
    }
    return filled;
  }

  private static String value(PDField field) {
    boolean isPassword = (field.getFieldFlags() & 1 << 13) != 0 && !(field instanceof PDButton);
    if (field instanceof PDSignatureField || field instanceof PDPushButton || isPassword) {
      return "";
    }
    if (field instanceof PDChoice choice) {
      return String.join(", ", choice.getValue()).strip();
    }
    String value = field.getValueAsString();
    return value == null || field instanceof PDButton && value.equals("Off") ? "" : value.strip();
  }

  private static String name(PDField field) {
    String words = field.getAlternateFieldName();
    if (words != null && !words.isBlank()) {
      return words.strip();
    }
    String name = field.getPartialName();
    return name == null ? "field" : name;
  }
}
