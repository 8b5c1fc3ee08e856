"""What an invented plan is about: sectors of public life, what matters in each, and for whom."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.demo.words.speech import Said


class Sector(NamedTuple):
    """A field of public life.

    Attributes:
        key: For ids.
        name: With its article.
        people: Who lives with it.
        objects: What a commitment may be about, with articles; as many in every sector.
    """

    key: str
    name: Said
    people: Said
    objects: tuple[Said, ...]


def _sector(key: str, name: str, people: str, *objects: str) -> Sector:
    """Read ``español | English``."""
    said = [Said(*(part.strip() for part in text.split("|"))) for text in (name, people, *objects)]
    return Sector(key, said[0], said[1], tuple(said[2:]))


SECTORS = (
    _sector(
        "salud",
        "los servicios de salud | health services",
        "las personas usuarias de clínicas | people who use clinics",
        "el abasto de medicamentos | the supply of medicines",
        "las listas de espera | waiting lists",
        "la vacunación infantil | child vaccination",
        "las clínicas comunitarias | community clinics",
        "el equipo médico | medical equipment",
        "la atención del embarazo | pregnancy care",
        "los turnos de urgencias | emergency shifts",
        "la salud mental | mental health",
        "las brigadas de prevención | prevention brigades",
    ),
    _sector(
        "escuelas",
        "la educación básica | basic education",
        "las familias con hijas e hijos en la escuela | families with children at school",
        "los comedores escolares | school meals",
        "las becas | scholarships",
        "el mantenimiento de las aulas | the upkeep of classrooms",
        "las plazas docentes | teaching posts",
        "el transporte escolar | school transport",
        "los libros de texto | textbooks",
        "la asistencia a clases | class attendance",
        "las bibliotecas | libraries",
        "la conexión de las escuelas | school connectivity",
    ),
    _sector(
        "agua",
        "el agua potable | drinking water",
        "los hogares sin toma de agua | households without a water tap",
        "las fugas de la red | leaks in the network",
        "los pozos | wells",
        "las tarifas del agua | water rates",
        "la calidad del agua | water quality",
        "los permisos de extracción | extraction permits",
        "el saneamiento | sanitation",
        "los cortes del servicio | service cuts",
        "las plantas de tratamiento | treatment plants",
        "el reparto con pipas | delivery by water trucks",
    ),
    _sector(
        "compras",
        "las compras públicas | public procurement",
        "las empresas pequeñas que venden al gobierno | small firms that sell to government",
        "los contratos de obra | works contracts",
        "las adjudicaciones directas | direct awards",
        "los pagos a proveedores | payments to suppliers",
        "las inconformidades | bid protests",
        "los convenios modificatorios | contract amendments",
        "la entrega de los bienes | the delivery of goods",
        "el catálogo de proveedores | the supplier catalogue",
        "los estudios de mercado | market studies",
        "las penas por incumplimiento | penalties for breach",
    ),
    _sector(
        "transporte",
        "el transporte público | public transport",
        "las personas que viajan a diario | daily commuters",
        "las concesiones de rutas | route concessions",
        "los tiempos de espera | waiting times",
        "los subsidios al pasaje | fare subsidies",
        "la seguridad en las paradas | safety at stops",
        "las ciclovías | cycle lanes",
        "los accidentes viales | road accidents",
        "la accesibilidad de las unidades | vehicle accessibility",
        "el mantenimiento de los caminos | road maintenance",
        "las emisiones de los autobuses | bus emissions",
    ),
    _sector(
        "vivienda",
        "la vivienda social | social housing",
        "las familias que esperan una vivienda | families waiting for a home",
        "los créditos de vivienda | housing loans",
        "las reservas de suelo | land reserves",
        "los permisos de construcción | building permits",
        "la vivienda deshabitada | vacant housing",
        "la reconstrucción | reconstruction",
        "los subsidios a la renta | rent subsidies",
        "las zonas de riesgo | risk areas",
        "los servicios de los conjuntos habitacionales | services in housing estates",
        "la regularización de predios | the regularisation of plots",
    ),
    _sector(
        "campo",
        "el desarrollo del campo | rural development",
        "las personas productoras pequeñas | smallholders",
        "los apoyos a la siembra | sowing grants",
        "los precios de garantía | guaranteed prices",
        "las semillas criollas | native seeds",
        "el riego | irrigation",
        "los caminos de saca | farm roads",
        "el seguro agrícola | crop insurance",
        "las bodegas comunitarias | community warehouses",
        "la asistencia técnica | technical assistance",
        "el uso de plaguicidas | pesticide use",
    ),
    _sector(
        "bosques",
        "los bosques y la costa | forests and coast",
        "las comunidades dueñas del monte | communities that own the forest",
        "los permisos forestales | logging permits",
        "los incendios | wildfires",
        "las cuotas de pesca | fishing quotas",
        "las áreas protegidas | protected areas",
        "la reforestación | reforestation",
        "los estudios de impacto ambiental | environmental impact studies",
        "las multas ambientales | environmental fines",
        "los manglares | mangroves",
        "la vigilancia comunitaria | community monitoring",
    ),
    _sector(
        "empleo",
        "el trabajo digno | decent work",
        "las personas que buscan empleo | jobseekers",
        "las inspecciones laborales | labour inspections",
        "la bolsa de trabajo | the job exchange",
        "los cursos de capacitación | training courses",
        "el trabajo del hogar | domestic work",
        "las guarderías | day nurseries",
        "los contratos temporales | temporary contracts",
        "los accidentes de trabajo | workplace accidents",
        "la contratación incluyente | inclusive hiring",
        "las licencias de cuidados | care leave",
    ),
    _sector(
        "justicia",
        "la justicia cotidiana | everyday justice",
        "las personas que presentan una denuncia | people who file a complaint",
        "las carpetas de investigación | investigation files",
        "la defensoría pública | public defence",
        "las órdenes de protección | protection orders",
        "los juzgados familiares | family courts",
        "las sentencias | court rulings",
        "los centros de mediación | mediation centres",
        "la búsqueda de personas | the search for missing persons",
        "las personas intérpretes | interpreters",
        "la reparación del daño | reparation of harm",
    ),
    _sector(
        "cuidados",
        "los cuidados | care",
        "las personas cuidadoras | carers",
        "los centros de día | day centres",
        "las pensiones no contributivas | non-contributory pensions",
        "el apoyo a personas cuidadoras | support for carers",
        "las estancias infantiles | nurseries",
        "el registro de discapacidad | the disability register",
        "las ayudas técnicas | assistive devices",
        "los albergues | shelters",
        "la atención a domicilio | home care",
        "los comedores comunitarios | community kitchens",
    ),
    _sector(
        "ciudad",
        "el gobierno de la ciudad | city government",
        "las personas vecinas | residents",
        "el presupuesto participativo | participatory budgeting",
        "el alumbrado | street lighting",
        "la recolección de residuos | waste collection",
        "los parques | parks",
        "el uso de suelo | land use",
        "las licencias comerciales | business licences",
        "la nómina pública | the public payroll",
        "las ventanillas de trámites | service counters",
        "los reportes ciudadanos | citizen reports",
    ),
)
