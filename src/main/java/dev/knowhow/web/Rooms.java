package dev.knowhow.web;

import dev.knowhow.account.Accounts;
import dev.knowhow.eval.Reports;
import dev.knowhow.eval.Trials;
import dev.knowhow.gallery.Templates;
import dev.knowhow.knowledge.Documents;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.model.Connections;
import dev.knowhow.model.Models;
import dev.knowhow.run.DraftPreviews;
import dev.knowhow.run.Runs;
import dev.knowhow.tool.Drafts;
import dev.knowhow.tool.Tools;
import java.util.function.Supplier;

/// The doors of the rooms that the pages ask.
///
/// @param examples how a definition's examples come out with their sample answers
/// @param health says how the parts of this server are, at each call anew
public record Rooms(
    Accounts accounts,
    Templates templates,
    Tools tools,
    Drafts drafts,
    Runs runs,
    DraftPreviews previews,
    Documents documents,
    Connections connections,
    Models models,
    Ledger ledger,
    TemplateProofs proofs,
    Reports examples,
    Trials trials,
    Supplier<Health> health) {}
