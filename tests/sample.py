"""A whole plan of one commitment, as its files say it: valid, and small enough to know by heart."""

from __future__ import annotations

PLAN = """\
tipo: "plan"
id: "prueba"
titulo: "Plan de prueba"
nombre_corto: "PP"
pais: "País"
idioma: "es"
idiomas:
  - "es"
  - "en"
corte: "2020-12-31"
periodo: "2019-2021"
publicacion: "2019-12-10"
plazo: "2021-08-31"
foro:
  nombre: "Comité"
  integrantes:
    - actor: "gob"
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
"""

ACTORS = """\
tipo: "actores"
actores:
  - id: "gob"
    nombre: "Secretaría de Prueba"
    siglas: "SEP"
    sector: "gobierno"
    fuentes:
      - "acta"
    certeza: "exacta"
  - id: "osc"
    nombre: "Organización de Prueba"
    sector: "sociedad_civil"
    fuentes:
      - "acta"
    certeza: "exacta"
"""

SOURCES = """\
tipo: "fuentes"
fuentes:
  - id: "acta"
    titulo: "Acta de la mesa"
    tipo: "oficial"
    lectura: "completa"
"""

TREE = """\
---
tipo: "arbol"
id: "agua"
titulo: "Agua para todas las personas"
problema_central:
  id: "p"
  texto: "Falta agua en los barrios altos."
causas:
  - id: "c1"
    texto: "Fugas en la red."
  - id: "c2"
    texto: "Nadie mide el consumo."
efectos:
  - id: "e1"
    texto: "Las familias compran agua cara."
comentarios:
  - id: "o1"
    autoria: "Especialista en redes"
    texto: "Separar fugas de tomas clandestinas."
    respuesta: "Se separaron."
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---
"""

COMMITMENT = """\
---
tipo: "compromiso"
id: "c01"
numero: 1
titulo: "Agua medida"
titulo_oficial: "Agua medida"
origen: "cocreado"
situacion: "vigente"
tema: "agua"
causas:
  - "agua/c1"
responsables:
  - institucion: "gob"
    cargo: "Dirección de Aguas"
corresponsables:
  - "osc"
valores:
  - "transparencia"
ods:
  - "6"
inicio: "2020-01-01"
conclusion: "2020-06-30"
no_disponible:
  - campo: "alternativas"
    motivo: "No consta"
  - campo: "pnd"
    motivo: "No consta"
  - campo: "mri"
    motivo: "No consta"
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---

## Problema público

Falta agua.

## Objetivo

Medir el agua.

## Objetivo de mediano plazo

Que alcance.

## Cómo contribuye

Con medidores.

## Género e inclusión

Las mujeres acarrean el agua.
"""

ROADMAP = """\
---
tipo: "hoja-de-ruta"
compromiso: "c01"
version: 1
estado_documental: "firmada"
resultado_final: "La red se mide."
acciones:
  - id: "a1"
    titulo: "Medir"
    actividades:
      - id: "a1.1"
        titulo: "Instalar medidores"
        responsable: "gob"
        inicio: "2020-01-15"
        conclusion: "2020-03-31"
        productos:
          - id: "p1"
            nombre: "Medidores instalados"
            tipo: "otro"
        medios_de_verificacion:
          - id: "v1"
            descripcion: "Acta de entrega"
            emite: "gob"
indicadores:
  - id: "i1"
    nombre: "Barrios medidos"
    nivel: "resultado"
    unidad: "barrios"
    sentido: "ascendente"
    linea_base:
      valor: 0
      fecha: "2020-01-01"
    metas:
      - fecha: "2020-06-30"
        valor: 5
    medios:
      - "v1"
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---
"""

REPORT = """\
---
tipo: "avance"
compromiso: "c01"
fecha: "2020-03-31"
reporta: "gob"
actividades:
  - actividad: "a1.1"
    estado: "en_proceso"
    porcentaje: 40
---
"""

VERIFICATION = """\
---
tipo: "verificacion"
compromiso: "c01"
fecha: "2020-04-10"
organizacion: "osc"
avance: "2020-03-31-gob"
dictamenes:
  - actividad: "a1.1"
    dictamen: "impugnado"
    motivo: "Faltan medidores."
---
"""

COMMITMENT_PATH = "commitments/01-agua/compromiso.md"
ROADMAP_PATH = "commitments/01-agua/hoja-de-ruta.md"
REPORT_PATH = "commitments/01-agua/avances/2020-03-31-gob.md"
VERIFICATION_PATH = "commitments/01-agua/verificaciones/2020-04-10-osc.md"
TREE_PATH = "plan/3-arboles/agua.md"

VALID: dict[str, str] = {
    "plan/plan.yml": PLAN,
    "plan/actores.yml": ACTORS,
    "plan/fuentes.yml": SOURCES,
    TREE_PATH: TREE,
    COMMITMENT_PATH: COMMITMENT,
    ROADMAP_PATH: ROADMAP,
    REPORT_PATH: REPORT,
    VERIFICATION_PATH: VERIFICATION,
}
