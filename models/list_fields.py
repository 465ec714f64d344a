"""The fields of the lists that stand beside contracts and actions: one French label and one description each."""

from enum import StrEnum

from models.catalogue import Judgement
from models.evidence import EvidenceStatus
from models.fields import CONTRACT_FIELDS, FieldInfo, FieldType
from models.layout import Outcome
from models.records import OrganisationKind, Scheme, Severity

T = FieldType


class RecordType(StrEnum):
    """What a quotation, a code or a change is of."""

    CONTRACT = "contract"
    ACTION = "action"


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


_SHARES = frozenset({"confidence", "score", "precision", "recall", "f1", "low", "high"})


def _field(
    name: str,
    label: str,
    description: str,
    type: FieldType = T.TEXT,
    values: type[StrEnum] | None = None,
    required: bool = False,
) -> FieldInfo:
    """A count or a rank is never negative; a share (`confidence`, `score`…) lies between 0 and 1."""
    return FieldInfo(
        name=name,
        label=label,
        description=description,
        type=type,
        values=tuple(values) if values is not None else (),
        required=required,
        minimum=0 if type is T.INTEGER or name in _SHARES else None,
        maximum=1 if name in _SHARES else None,
    )


def _fields(*infos: FieldInfo) -> dict[str, FieldInfo]:
    return {info.name: info for info in infos}


_CONTRACT = CONTRACT_FIELDS["contract_id"].model_copy(
    update={"label": "Contrat", "description": "Identifiant du contrat."}
)
_RECORD = (
    _field("record_type", "Objet", "Contrat ou action.", values=RecordType, required=True),
    _field("record_id", "Identifiant de l'objet", "Identifiant du contrat ou de l'action.", required=True),
    _CONTRACT,
)
_POSITION = _field("position", "Rang", "Rang dans le contrat, à partir de 1.", T.INTEGER, required=True)
_SHA256 = _field("sha256", "Empreinte", "Empreinte SHA-256 des octets du document.", required=True)

SIGNATORY_FIELDS = _fields(
    _CONTRACT,
    _POSITION,
    _field("name", "Signataire", "Organisation qui signe, telle qu'écrite.", required=True),
    _field("kind", "Nature", "Nature de l'organisation.", values=OrganisationKind, required=True),
    _field("representative_name", "Représentant", "Personne qui signe pour l'organisation."),
    _field("representative_role", "Qualité", "Fonction de cette personne, telle qu'écrite."),
)
AXIS_FIELDS = _fields(
    _CONTRACT,
    _POSITION,
    _field("number", "Numéro", "Numéro de l'axe, tel qu'imprimé."),
    _field("title", "Axe", "Titre de l'axe stratégique.", required=True),
    _field("objectives", "Objectifs", "Objectifs de l'axe.", T.LIST),
)
RELATION_FIELDS = _fields(
    _CONTRACT,
    _field("judgement", "Lien", "Nature du lien avec l'autre contrat.", values=Judgement, required=True),
    _field("other_contract_id", "Autre contrat", "Identifiant de l'autre contrat.", required=True),
    _field("label", "Libellé", "Le lien, en français.", required=True),
    _field("reasons", "Motifs", "Ce qui fait conclure à ce lien.", T.LIST),
)
ISSUE_FIELDS = _fields(
    _CONTRACT,
    _POSITION,
    _field("code", "Code", "Code de l'alerte.", required=True),
    _field("severity", "Gravité", "Information, avertissement ou erreur.", values=Severity, required=True),
    _field("message", "Message", "Ce qu'une personne doit savoir.", required=True),
    _field("next_step", "Suite à donner", "Ce qu'il y a à faire."),
    _field("document", "Document", "Nom du fichier concerné."),
    _field("page", "Page", "Page concernée, à partir de 1.", T.INTEGER),
    _field("quote", "Citation", "Mots concernés."),
)
CODE_LIST_FIELDS = _fields(
    *_RECORD,
    _field("scheme", "Vocabulaire", "Vocabulaire dont vient le concept.", values=Scheme, required=True),
    _field("concept", "Concept", "Identifiant du concept dans son vocabulaire.", required=True),
    _field("label", "Libellé", "Libellé français du concept.", required=True),
    _field("quotes", "Citations", "Mots qui justifient le concept.", T.LIST),
    _field("confidence", "Confiance", "Probabilité calibrée que le concept convienne, de 0 à 1.", T.NUMBER),
)
EVIDENCE_FIELDS = _fields(
    *_RECORD,
    _field("field", "Champ", "Champ que la citation prouve.", required=True),
    _field("rank", "Rang", "Rang de la citation pour ce champ, à partir de 1.", T.INTEGER, required=True),
    _field("document", "Document", "Empreinte SHA-256 du document cité."),
    _field("page", "Page", "Page, à partir de 1 ; vide pour une page web.", T.INTEGER),
    _field("x0", "Gauche", "Bord gauche du cadre, en points PDF.", T.NUMBER),
    _field("y0", "Haut", "Bord haut du cadre, en points PDF depuis le haut de la page.", T.NUMBER),
    _field("x1", "Droite", "Bord droit du cadre, en points PDF.", T.NUMBER),
    _field("y1", "Bas", "Bord bas du cadre, en points PDF depuis le haut de la page.", T.NUMBER),
    _field("quote", "Citation", "Mots du document.", required=True),
    _field("method", "Méthode", "Règle ou modèle qui a lu la valeur, avec sa version.", required=True),
    _field("confidence", "Confiance", "Probabilité calibrée que la valeur soit juste, de 0 à 1.", T.NUMBER),
    _field("status", "Statut", "Lu, déduit, corrigé ou contredit.", values=EvidenceStatus, required=True),
)
DOCUMENT_FIELDS = _fields(
    _SHA256,
    _field("name", "Nom", "Nom du fichier.", required=True),
    _field("title", "Titre", "Titre lu dans le document."),
    _field("uri", "Adresse", "Adresse où le document a été trouvé.", required=True),
    _field("media_type", "Type de média", "Type MIME du document.", required=True),
    _field("size", "Taille", "Taille en octets.", T.INTEGER, required=True),
    _field("page_count", "Pages", "Nombre de pages lues.", T.INTEGER, required=True),
    _field("outcome", "Issue de la lecture", "Ce qu'a donné la lecture.", values=Outcome),
    _field("source", "Source", "Identifiant de la source déclarée."),
    _field("fetched_at", "Collecté le", "Date et heure de la collecte, en temps universel.", T.DATETIME),
    _field("http_status", "Statut HTTP", "Réponse du serveur.", T.INTEGER),
)
JUDGEMENT_FIELDS = _fields(
    _field(
        "left", "Premier", "Premier enregistrement : document (début d'empreinte) et rang.", required=True
    ),
    _field("right", "Second", "Second enregistrement, écrit de même.", required=True),
    _field("judgement", "Jugement", "Ce qui a été décidé.", values=Judgement, required=True),
    _field("score", "Score", "Force du rapprochement, de 0 à 1.", T.NUMBER, required=True),
    _field("reasons", "Motifs", "Ce qui a fait conclure ainsi.", T.LIST),
    _field("decided_by", "Décidé par", "Personne, ou « linker » pour le programme.", required=True),
)

QUALITY_FIELDS = _fields(
    _field(
        "group_key",
        "Groupe",
        "Identifiant du groupe de documents : tous, un corpus, une famille.",
        required=True,
    ),
    _field("group_label", "Nom du groupe", "Le groupe de documents, en français.", required=True),
    _field("documents", "Documents", "Nombre de documents du groupe.", T.INTEGER, required=True),
    _field("field", "Champ", "Champ évalué.", required=True),
    _field("support", "Attendues", "Nombre de valeurs annotées à la main.", T.INTEGER, required=True),
    _field("precision", "Précision", "Part des valeurs lues qui sont justes.", T.NUMBER, required=True),
    _field("recall", "Rappel", "Part des valeurs attendues qui ont été lues.", T.NUMBER, required=True),
    _field("f1", "F1", "Moyenne harmonique de la précision et du rappel.", T.NUMBER, required=True),
    _field("low", "F1, borne basse", "Borne basse de l'intervalle à 95 % du F1.", T.NUMBER),
    _field("high", "F1, borne haute", "Borne haute de l'intervalle à 95 % du F1.", T.NUMBER),
)
CHANGE_FIELDS = _fields(
    *_RECORD,
    _field("territory", "Territoire", "Territoire du contrat.", required=True),
    _field("title", "Titre", "Titre du contrat ou de l'action."),
    _field("change", "Changement", "Ajouté, retiré ou changé.", values=ChangeKind, required=True),
    _field("field", "Champ", "Champ qui a changé ; vide pour ce qui est ajouté ou retiré."),
    _field("label", "Nom du champ", "Le champ, en français."),
    _field("before", "Avant", "Valeur au premier jour."),
    _field("after", "Après", "Valeur au second jour."),
)
