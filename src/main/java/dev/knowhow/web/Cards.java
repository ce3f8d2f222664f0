package dev.knowhow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the cards of templates.
final class Cards {
  private final House house;
  private final Words words;

  Cards(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// The cards of some templates.
  List<TemplateCard> of(List<dev.knowhow.gallery.TemplateCard> templates) {
    return templates.stream().map(this::of).toList();
  }

  private TemplateCard of(dev.knowhow.gallery.TemplateCard template) {
    Optional<TemplateProofs.Proof> proof = house.rooms().proofs().of(template.path());
    List<TemplateCard.Promise> promises = new ArrayList<>();
    if (!template.saves().isZero()) {
      promises.add(
          new TemplateCard.Promise(
              "clock",
              words.of("card.saves", template.saves().toMinutes()),
              words.of("card.saves.rest")));
    }
    proof
        .flatMap(TemplateProofs.Proof::about)
        .ifPresent(cost ->
            promises.add(
                new TemplateCard.Promise("coin", cost.shown(), words.of("card.cost.rest"))));
    promises.add(catches(template, proof));
    promises.add(
        new TemplateCard.Promise(
            "list",
            words.count("card.examples", template.examples()),
            words.of("card.unmeasured")));
    return new TemplateCard(
        template.path(),
        template.vertical(),
        template.verticalName(),
        template.name(),
        template.about(),
        promises);
  }

  private TemplateCard.Promise catches(
      dev.knowhow.gallery.TemplateCard template, Optional<TemplateProofs.Proof> proof) {
    String strong =
        proof
            .map(one -> words.of("card.catches", one.caught(), one.planted()))
            .orElse(words.of("card.checks", template.plantedMistakes()));
    return new TemplateCard.Promise("shield", strong, words.of("card.catches.rest"));
  }
}
