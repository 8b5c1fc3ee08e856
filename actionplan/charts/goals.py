"""The seventeen Sustainable Development Goals, by their short official names in Spanish (United Nations)."""

from actionplan.language.messages import msg

GOALS = (
    msg("Fin de la pobreza"),
    msg("Hambre cero"),
    msg("Salud y bienestar"),
    msg("Educación de calidad"),
    msg("Igualdad de género"),
    msg("Agua limpia y saneamiento"),
    msg("Energía asequible y no contaminante"),
    msg("Trabajo decente y crecimiento económico"),
    msg("Industria, innovación e infraestructura"),
    msg("Reducción de las desigualdades"),
    msg("Ciudades y comunidades sostenibles"),
    msg("Producción y consumo responsables"),
    msg("Acción por el clima"),
    msg("Vida submarina"),
    msg("Vida de ecosistemas terrestres"),
    msg("Paz, justicia e instituciones sólidas"),
    msg("Alianzas para lograr los objetivos"),
)
