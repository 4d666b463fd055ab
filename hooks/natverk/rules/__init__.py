"""The rules across files. Each is one function, named as its rule and its page in the handbook.

Rules on a single file's shape are raised while it is read; `SHAPE` names them. No error depends
on the day, so that a site which is rebuilt every night never fails by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from natverk.findings import Finding
from natverk.rules import (
    addresses,
    attachments,
    attendance,
    bodies,
    calendar,
    decisions,
    follow_ups,
    free_days,
    headings,
    hierarchy,
    lists,
    marks,
    matters,
    numbering,
    periods,
    persons,
    references,
    relations,
    seats,
    signs,
    weekdays,
    wording,
)

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue

Rule = Callable[["Catalogue", dt.date], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    bodies.okant_natverk,
    bodies.okand_organisation,
    persons.okand_person,
    bodies.okand_instans,
    references.okant_arende,
    addresses.okant_beslut,
    addresses.okand_uppfoljning,
    references.okant_amne,
    references.okand_punkt,
    references.okand_hemvist,
    addresses.okant_mote,
    periods.slut_fore_borjan,
    periods.uppdrag_utgatt,
    weekdays.veckodag_stammer_inte,
    weekdays.omojligt_datum,
    calendar.kalender_skiljer,
    calendar.anteckningar_fore_motet,
    free_days.mote_pa_helgdag,
    free_days.mote_under_lov,
    calendar.mote_utan_dag,
    calendar.flyttat_utan_datum,
    calendar.flytt_utan_status,
    calendar.samma_adress,
    attendance.narvarande_och_franvarande,
    attendance.narvarande_utan_plats,
    attendance.ledamot_utan_narvaro,
    seats.fler_an_platserna,
    seats.overlappande_perioder,
    hierarchy.kretsgang,
    matters.okand_overenskommelse,
    matters.steg_i_oordning,
    matters.arendet_har_gatt_vidare,
    matters.arende_utan_hanvisning,
    matters.overenskommelse_utan_parter,
    headings.omarkt_rubrik,
    headings.tom_rubrik,
    lists.omarkt_lista,
    signs.indraget_stycke,
    signs.tecken_utan_verkan,
    numbering.upprepat_beslutsnummer,
    numbering.upprepad_punkt,
    numbering.punkter_i_oordning,
    numbering.beslut_utan_nummer,
    decisions.relation_till_senare_beslut,
    follow_ups.avslutad_tva_ganger,
    follow_ups.avslutad_for_annan,
    decisions.beslut_utan_text,
    marks.beslut_pa_fel_stalle,
    marks.omarkt_beslut,
    marks.uppgift_utan_plats,
    relations.gar_vidare_at_sidan,
    relations.andrar_det_som_upphort,
    relations.galler_fore_beslutet,
    attachments.bilaga_saknas,
    attachments.bilaga_utan_lank,
    attachments.bifogas_utan_bilaga,
    attachments.farlig_bilaga,
    attachments.dod_lank,
    attachments.bild_utan_text,
    wording.namn_utanfor_sin_tid,
    wording.sarskrivet_namn,
    wording.skyddat_namn,
)

SHAPE = (
    "mapp-saknas",
    "olasbar-fil",
    "symbolisk-lank",
    "inte-text",
    "tom-fil",
    "for-stor-fil",
    "fel-plats",
    "fel-filnamn",
    "fel-id",
    "fil-saknas",
    "trasig-yaml",
    "uppgift-i-texten",
    "yaml-genvag",
    "vardet-kapas",
    "vardet-delas",
    "upprepad-nyckel",
    "okand-nyckel",
    "nyckel-saknas",
    "fel-varde",
    "ar-saknas",
    "okand-etikett",
    "rattelse-utan-datum",
    "narvaro-utan-lista",
    "ra-html",
    "farlig-lank",
    "trasig-lank",
    "frammande-bild",
)
"""Rules raised while a file is read; `omojligt-datum`, `slut-fore-borjan` and `samma-adress` too."""


def check(catalogue: Catalogue, today: dt.date) -> tuple[Finding, ...]:
    """Return every finding, those of reading the files too, by file, line and rule.

    `today` decides only what is a warning about time that has passed.
    """
    found = {finding for rule in RULES for finding in rule(catalogue, today)}
    return tuple(sorted({*catalogue.findings, *found}))


def name_of(rule: Rule) -> str:
    """Return a rule's name as findings and the handbook have it."""
    return rule.__name__.replace("_", "-")
