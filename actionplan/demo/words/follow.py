"""What is said while the work is followed: of delays, of proof, of what is contested and corrected. In Spanish only."""

from __future__ import annotations

MOVED = (
    "El área de sistemas de ejemplo cambió de servidor y detuvo la publicación.",
    "Las organizaciones pidieron más tiempo para revisar el texto.",
    "La contratación del servicio se declaró desierta y se repitió.",
    "La temporada de lluvias de ejemplo impidió los recorridos.",
)
OBSTACLES = (
    "Falta la respuesta de dos áreas.",
    "El área trabaja con la mitad del personal previsto.",
    "La información llegó incompleta y hubo que pedirla otra vez.",
    "El sistema no permite exportar los registros en formato abierto.",
)
DROPPED = (
    "Otra autoridad de ejemplo publicó ya lo mismo.",
    "Se quedó sin recursos y las organizaciones aceptaron no hacerla.",
)
CONTESTED = (
    "El documento no está firmado por el área que responde.",
    "La dirección abre una página vacía.",
    "El archivo trae menos registros que los que se reportan.",
    "Las organizaciones no fueron convocadas, como pedía la hoja de ruta.",
)
ANSWERED = (
    "Responde a la impugnación con el documento completo.",
    "Responde a la impugnación: se repuso el archivo y se explica la diferencia.",
)
CORRECTED = (
    "El porcentaje se tomó de otra actividad.",
    "Se contaron dos veces las mismas entregas.",
)
WITHDRAWN = "La institución perdió la atribución con la que se comprometió; el foro acordó retirarlo."
MERGED = "Repite actividades de otro compromiso; el foro acordó que se sigan ahí."

PROOF = ("Registro de entregas", "Acta de conclusión", "Publicación en línea", "Lista de resultados")
REPLY = "Nota de respuesta a la impugnación"
ROWS = ("entregas", "revisiones", "personas", "correcciones")
